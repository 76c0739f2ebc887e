-- broadcast: looks that pages share
create table theme (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	accent varchar(7) not null,
	paper varchar(7) not null,
	ink varchar(7) not null,
	font varchar(10) not null,
	brand varchar(60) not null,
	logo varchar(60),
	archived_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint theme_pk primary key (id)
);

create unique index theme_slug_ix on theme (slug);

-- broadcast: what drafts were before their last changes, or after those taken back, so that they can be undone and done again
create table page_step (
	page_id uuid not null,
	number int not null,
	undone boolean not null,
	content varchar(1000000) not null,
	constraint page_step_pk primary key (page_id, number),
	constraint page_step_page_fk foreign key (page_id) references landing_page (id) on delete cascade
);
