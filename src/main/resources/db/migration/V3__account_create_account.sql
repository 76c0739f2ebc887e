-- broadcast: people who sign in
create table account (
	id uuid not null,
	version int not null,
	username varchar(100) not null,
	name varchar(200) not null,
	password varchar(200) not null,
	password_given boolean not null,
	role varchar(10) not null,
	enabled boolean not null,
	language varchar(2),
	theme varchar(5) not null,
	created_at timestamp(6) with time zone not null,
	last_sign_in_at timestamp(6) with time zone,
	constraint account_pk primary key (id)
);

create unique index account_username_ix on account (username);

-- single: by a keyed hash of what was typed, since people type passwords into the wrong field
create table sign_in_failure (
	name_hash char(64) not null,
	failures int not null,
	last_at timestamp(6) with time zone not null,
	locked_until timestamp(6) with time zone,
	constraint sign_in_failure_pk primary key (name_hash)
);

create index sign_in_failure_last_ix on sign_in_failure (last_at);

-- broadcast
create table api_token (
	id uuid not null,
	version int not null,
	name varchar(200) not null,
	hash char(64) not null,
	scopes varchar(200) not null,
	created_at timestamp(6) with time zone not null,
	created_by varchar(200) not null,
	last_used_at timestamp(6) with time zone,
	revoked_at timestamp(6) with time zone,
	constraint api_token_pk primary key (id)
);

create unique index api_token_hash_ix on api_token (hash);

-- single: who is signed in, as Spring Session declares it
create table spring_session (
	primary_id char(36) not null,
	session_id char(36) not null,
	creation_time bigint not null,
	last_access_time bigint not null,
	max_inactive_interval int not null,
	expiry_time bigint not null,
	principal_name varchar(100),
	constraint spring_session_pk primary key (primary_id)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

-- single
create table spring_session_attributes (
	session_primary_id char(36) not null,
	attribute_name varchar(200) not null,
	attribute_bytes bytea not null,
	constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
	constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);
