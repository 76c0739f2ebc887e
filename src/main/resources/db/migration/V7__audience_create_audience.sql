-- broadcast
create table audience (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	description varchar(2000) not null,
	-- null for a fixed list
	condition varchar(1000000),
	archived_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint audience_pk primary key (id)
);

create unique index audience_slug_ix on audience (slug);

-- keyed by profile: who is in a fixed list
create table audience_member (
	audience_id uuid not null,
	profile_id uuid not null,
	constraint audience_member_pk primary key (audience_id, profile_id),
	constraint audience_member_audience_fk foreign key (audience_id) references audience (id) on delete cascade,
	constraint audience_member_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

create index audience_member_profile_ix on audience_member (profile_id);

-- broadcast: what each save left behind
create table audience_version (
	audience_id uuid not null,
	number int not null,
	at timestamp(6) with time zone not null,
	actor_name varchar(200) not null,
	name varchar(200) not null,
	description varchar(2000) not null,
	condition varchar(1000000),
	members int,
	constraint audience_version_pk primary key (audience_id, number),
	constraint audience_version_audience_fk foreign key (audience_id) references audience (id) on delete cascade
);
