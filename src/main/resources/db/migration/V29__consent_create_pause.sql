-- keyed by profile: until when somebody wants no marketing, for everything or a channel
create table pause (
	profile_id uuid not null,
	purpose varchar(24) not null,
	until date not null,
	-- the end of that day where the person lives
	ends_at timestamp(6) with time zone not null,
	since timestamp(6) with time zone not null,
	said_at timestamp(6) with time zone not null,
	origin varchar(10) not null,
	own boolean not null,
	actor_name varchar(200) not null,
	reason varchar(255),
	source varchar(300),
	ledger_id uuid not null,
	constraint pause_pk primary key (profile_id, purpose),
	constraint pause_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

-- begins with the end, so that those who are paused now are few to look at
create index pause_ends_ix on pause (ends_at, purpose, profile_id);
