-- broadcast
create table decision (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	description varchar(2000) not null,
	draft varchar(1000000) not null,
	-- the number of the version that holds; null before the first publication
	live int,
	completed_at timestamp(6) with time zone,
	archived_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint decision_pk primary key (id)
);

create unique index decision_slug_ix on decision (slug);
create index decision_name_ix on decision (name, id);

-- broadcast: what each publication froze
create table decision_version (
	decision_id uuid not null,
	number int not null,
	name varchar(200) not null,
	content varchar(1000000) not null,
	published_at timestamp(6) with time zone not null,
	published_by varchar(200) not null,
	constraint decision_version_pk primary key (decision_id, number),
	constraint decision_version_decision_fk foreign key (decision_id) references decision (id) on delete cascade
);

-- broadcast: one row that counts what changes what is live, so that every instance learns of it
create table live_catalogue (
	number bigint not null
);

insert into live_catalogue (number) values (0);

-- keyed by profile: how often something capped happened, to one person or to all together (the nil UUID)
create table cap_count (
	offer_id uuid not null,
	cap varchar(30) not null,
	profile_id uuid not null,
	since date not null,
	taken int not null,
	constraint cap_count_pk primary key (offer_id, profile_id, cap, since)
);

create index cap_count_profile_ix on cap_count (profile_id);

-- keyed by profile: what was answered, for as long as a setting says
create table proposition (
	id uuid not null,
	at timestamp(6) with time zone not null,
	decision_id uuid not null,
	decision_version int not null,
	placement varchar(60) not null,
	-- null for somebody nobody knows
	profile_id uuid,
	reason varchar(40) not null,
	-- keys of the offers, or of the fallback, in the order in which they showed
	offers varchar(10000) not null,
	language varchar(35) not null,
	constraint proposition_pk primary key (id)
);

create index proposition_profile_ix on proposition (profile_id, at);
create index proposition_at_ix on proposition (at);

-- single: displays and clicks, once each
create table proposition_event (
	proposition_id uuid not null,
	event_id varchar(200) not null,
	type varchar(10) not null,
	at timestamp(6) with time zone not null,
	constraint proposition_event_pk primary key (proposition_id, event_id)
);

-- single: what came of it, per day of the deployment's zone
create table outcome_count (
	on_day date not null,
	decision_id uuid not null,
	placement varchar(60) not null,
	-- the offer's or the fallback's key; empty where nothing showed
	offer varchar(60) not null,
	-- decision, display or click
	event varchar(10) not null,
	reason varchar(40) not null,
	taken bigint not null,
	constraint outcome_count_pk primary key (decision_id, on_day, placement, offer, event, reason)
);

-- broadcast: people that simulations make up
create table test_profile (
	id uuid not null,
	version int not null,
	name varchar(200) not null,
	content varchar(100000) not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint test_profile_pk primary key (id)
);

-- single: what publishing a draft would change, worked out over people
create table decision_impact (
	id uuid not null,
	decision_id uuid not null,
	-- the save of the decision whose draft it is about
	draft int not null,
	begun_at timestamp(6) with time zone not null,
	begun_by varchar(200) not null,
	-- whether it was asked for everybody, however long that takes
	everybody boolean not null,
	total bigint not null,
	seen bigint not null,
	touched_at timestamp(6) with time zone not null,
	-- done, or failed; null while it is worked out
	outcome varchar(10),
	result varchar(1000000),
	constraint decision_impact_pk primary key (id),
	constraint decision_impact_decision_fk foreign key (decision_id) references decision (id) on delete cascade
);

create index decision_impact_decision_ix on decision_impact (decision_id, begun_at);
