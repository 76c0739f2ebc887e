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
