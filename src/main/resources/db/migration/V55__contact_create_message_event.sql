-- keyed by address: what senders told of messages to an address, each once, by the address's hash
create table message_event (
	id uuid not null,
	-- a hash of what makes it the same event when it is told again
	identity char(64) not null,
	hash char(64) not null,
	channel varchar(12) not null,
	kind varchar(16) not null,
	at timestamp(6) with time zone not null,
	sender varchar(200) not null,
	message varchar(200),
	diagnostic varchar(500),
	effect varchar(16) not null,
	suppression_id uuid,
	constraint message_event_pk primary key (id)
);

create unique index message_event_identity_ix on message_event (identity);
create index message_event_hash_ix on message_event (hash, kind, at);
create index message_event_kind_ix on message_event (kind, channel, id);
create index message_event_sender_ix on message_event (sender, id);
create index message_event_suppression_ix on message_event (suppression_id);

-- keyed by address: when a message arrived at an address last, by the address's hash
create table message_arrival (
	hash char(64) not null,
	arrived_at timestamp(6) with time zone not null,
	constraint message_arrival_pk primary key (hash)
);

create index message_arrival_at_ix on message_arrival (arrived_at);

-- broadcast: how many events of a kind a sender told in an hour
create table message_event_count (
	sender varchar(200) not null,
	hour_at timestamp(6) with time zone not null,
	kind varchar(16) not null,
	events int not null,
	constraint message_event_count_pk primary key (sender, hour_at, kind)
);

create index message_event_count_hour_ix on message_event_count (hour_at);
