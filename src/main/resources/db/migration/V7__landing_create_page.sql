-- personal links carry this number, so it is never given twice
create sequence landing_page_number;

create table landing_page (
	id uuid not null,
	version int not null,
	number int not null,
	slug varchar(60) not null,
	kind varchar(12) not null,
	name varchar(200) not null,
	draft varchar(60000) not null,
	published int,
	opens_at timestamp(6) with time zone,
	closes_at timestamp(6) with time zone,
	unpublished_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	updated_at timestamp(6) with time zone not null,
	updated_by varchar(200) not null,
	constraint landing_page_pk primary key (id)
);

create unique index landing_page_slug_ix on landing_page (slug);
create unique index landing_page_number_ix on landing_page (number);

-- frozen when it was published, never changed or deleted
create table page_version (
	page_id uuid not null,
	number int not null,
	name varchar(200) not null,
	content varchar(60000) not null,
	published_at timestamp(6) with time zone not null,
	published_by varchar(200) not null,
	constraint page_version_pk primary key (page_id, number),
	constraint page_version_page_fk foreign key (page_id) references landing_page (id)
);
