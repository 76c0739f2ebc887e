-- broadcast: what is asked of a list, under the name somebody gave it
create table saved_view (
	id uuid not null,
	version int not null,
	account_id uuid not null,
	section varchar(40) not null,
	name varchar(100) not null,
	query varchar(6000) not null,
	shared boolean not null,
	created_at timestamp(6) with time zone not null,
	constraint saved_view_pk primary key (id),
	constraint saved_view_account_fk foreign key (account_id) references account (id) on delete cascade
);

create unique index saved_view_name_ix on saved_view (account_id, section, name);
create index saved_view_section_ix on saved_view (section);
