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

-- by a keyed hash of what was typed, since people type passwords into the wrong field
create table sign_in_failure (
	name_hash char(64) not null,
	failures int not null,
	last_at timestamp(6) with time zone not null,
	locked_until timestamp(6) with time zone,
	constraint sign_in_failure_pk primary key (name_hash)
);

create index sign_in_failure_last_ix on sign_in_failure (last_at);

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
