-- broadcast
create table service (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	description varchar(2000) not null,
	channel varchar(12) not null,
	closed boolean not null,
	validity_kind varchar(10) not null,
	validity_from date,
	validity_to date,
	validity_amount int,
	validity_unit varchar(10),
	-- its name in other languages and how often it can come, as JSON
	words varchar(100000) not null,
	archived_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint service_pk primary key (id)
);

create unique index service_slug_ix on service (slug);

-- keyed by profile: what somebody subscribes to, or did
create table subscription (
	profile_id uuid not null,
	service varchar(60) not null,
	state varchar(12) not null,
	since timestamp(6) with time zone not null,
	said_at timestamp(6) with time zone not null,
	-- when it ends by itself; null for never
	until timestamp(6) with time zone,
	frequency varchar(60),
	origin varchar(10) not null,
	own boolean not null,
	actor_name varchar(200) not null,
	reason varchar(255),
	source varchar(300),
	ledger_id uuid not null,
	constraint subscription_pk primary key (profile_id, service),
	constraint subscription_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

create index subscription_service_ix on subscription (service, since, profile_id);
create index subscription_state_ix on subscription (service, state, since, profile_id);
create index subscription_until_ix on subscription (until);

-- single: people subscribed or unsubscribed together, with what came of it
create table subscription_batch (
	id uuid not null,
	version int not null,
	service varchar(60) not null,
	act varchar(12) not null,
	whom varchar(10) not null,
	name varchar(300) not null,
	query varchar(1000000),
	strangers int not null,
	frequency varchar(60),
	reason varchar(255),
	evidence_kind varchar(2000) not null,
	evidence_reference varchar(500) not null,
	state varchar(10) not null,
	total int not null,
	handled int not null,
	reached uuid,
	acted int not null,
	standing int not null,
	own int not null,
	others int not null,
	undone int not null,
	failure varchar(80),
	created_at timestamp(6) with time zone not null,
	created_by varchar(200) not null,
	moved_by varchar(200) not null,
	beat_at timestamp(6) with time zone not null,
	finished_at timestamp(6) with time zone,
	constraint subscription_batch_pk primary key (id)
);

create index subscription_batch_service_ix on subscription_batch (service, created_at);

-- keyed by profile: who is in a batch, and which entry of the ledger it left
create table subscription_batch_member (
	profile_id uuid not null,
	batch_id uuid not null,
	ledger_id uuid,
	constraint subscription_batch_member_pk primary key (batch_id, profile_id),
	constraint subscription_batch_member_batch_fk foreign key (batch_id) references subscription_batch (id) on delete cascade,
	constraint subscription_batch_member_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

create index subscription_batch_member_profile_ix on subscription_batch_member (profile_id);

-- the ledger tells of services too, whose keys are as long as any
alter table ledger_entry alter column purpose set data type varchar(80);
