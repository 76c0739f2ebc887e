-- a connector has a secret of its own
alter table sealed_key alter column purpose set data type varchar(60);

-- broadcast
create table connector (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	kind varchar(20) not null,
	channel varchar(12) not null,
	account varchar(300) not null,
	public_key varchar(4000) not null,
	disabled_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint connector_pk primary key (id)
);

create unique index connector_slug_ix on connector (slug);

-- keyed by address: what providers brought, each once
create table received_message (
	id uuid not null,
	connector_id uuid not null,
	external_id varchar(200) not null,
	received_at timestamp(6) with time zone not null,
	said_at timestamp(6) with time zone not null,
	channel varchar(12) not null,
	-- of the address; null where none could be read
	hash char(64),
	sender varchar(320) not null,
	-- in clear only while somebody has to look at it
	address varchar(4000),
	content varchar(2000),
	meaning varchar(30) not null,
	result varchar(30) not null,
	people int not null,
	reply varchar(1000),
	review varchar(10) not null,
	decided_at timestamp(6) with time zone,
	decided_by varchar(200),
	constraint received_message_pk primary key (id),
	constraint received_message_connector_fk foreign key (connector_id) references connector (id)
);

create unique index received_message_external_ix on received_message (connector_id, external_id);
create index received_message_latest_ix on received_message (connector_id, received_at);
create index received_message_hash_ix on received_message (hash, said_at);
create index received_message_review_ix on received_message (review, received_at);
create index received_message_received_ix on received_message (received_at);
