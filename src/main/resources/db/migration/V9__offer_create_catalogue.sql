-- broadcast
create table placement (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	description varchar(2000) not null,
	surface varchar(20) not null,
	content_type varchar(20) not null,
	items int not null,
	archived_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint placement_pk primary key (id)
);

create unique index placement_slug_ix on placement (slug);

-- broadcast
create table qualifier (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint qualifier_pk primary key (id)
);

create unique index qualifier_slug_ix on qualifier (slug);

-- broadcast
create table offer (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	description varchar(2000) not null,
	fallback boolean not null,
	draft varchar(1000000) not null,
	-- the number of the version that shows; null before the first approval
	approved int,
	archived_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint offer_pk primary key (id)
);

create unique index offer_slug_ix on offer (slug);
create index offer_name_ix on offer (name, id);

-- broadcast: what each approval froze
create table offer_version (
	offer_id uuid not null,
	number int not null,
	name varchar(200) not null,
	content varchar(1000000) not null,
	approved_at timestamp(6) with time zone not null,
	approved_by varchar(200) not null,
	constraint offer_version_pk primary key (offer_id, number),
	constraint offer_version_offer_fk foreign key (offer_id) references offer (id) on delete cascade
);

-- broadcast
create table collection (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	description varchar(2000) not null,
	content varchar(1000000) not null,
	archived_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint collection_pk primary key (id)
);

create unique index collection_slug_ix on collection (slug);
