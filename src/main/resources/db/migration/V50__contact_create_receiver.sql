-- single: systems that are told of changes of what people say
create table receiver (
	id uuid not null,
	version int not null,
	name varchar(200) not null,
	-- webhook or fetch
	kind varchar(10) not null,
	url varchar(2000) not null,
	-- those it is told of, with commas between them; empty for all
	channels varchar(200) not null,
	-- the time it has to obey: hours, or business days of a country
	allowed_hours int,
	allowed_days int,
	country varchar(2) not null,
	-- what it pulls the feed with
	token_id uuid,
	state varchar(10) not null,
	created_at timestamp(6) with time zone not null,
	created_by varchar(200) not null,
	constraint receiver_pk primary key (id)
);

create unique index receiver_name_ix on receiver (name);
create index receiver_token_ix on receiver (token_id);

-- single: how far each receiver was told, and the instance that is telling it
create table receiver_progress (
	receiver_id uuid not null,
	-- where its changes begin
	first_seq bigint not null,
	seq bigint not null,
	-- counted on with each replay
	round int default 0 not null,
	-- the last person whose say was told, while all of them are
	snapshot_after uuid,
	claim uuid,
	lease_until timestamp(6) with time zone,
	failing_since timestamp(6) with time zone,
	failures int default 0 not null,
	rest_until timestamp(6) with time zone,
	constraint receiver_progress_pk primary key (receiver_id),
	constraint receiver_progress_receiver_fk foreign key (receiver_id) references receiver (id) on delete cascade
);

-- single: what became of each change at each receiver
create table receiver_change (
	receiver_id uuid not null,
	change_seq bigint not null,
	profile_id uuid not null,
	-- told, fetched or done; retry, behind (another of the same person) or failed
	stage varchar(10) not null,
	round int not null,
	attempts int not null,
	next_at timestamp(6) with time zone,
	-- what came of the last attempt
	answer varchar(20),
	took_ms int,
	tried_at timestamp(6) with time zone,
	fetched_at timestamp(6) with time zone,
	done_at timestamp(6) with time zone,
	done_by varchar(200),
	constraint receiver_change_pk primary key (receiver_id, change_seq),
	constraint receiver_change_receiver_fk foreign key (receiver_id) references receiver (id) on delete cascade
);

create index receiver_change_stage_ix on receiver_change (receiver_id, stage, next_at);
create index receiver_change_tried_ix on receiver_change (receiver_id, tried_at);
create index receiver_change_profile_ix on receiver_change (profile_id);

-- webhooks have a key each
alter table sealed_key alter column purpose set data type varchar(60);
