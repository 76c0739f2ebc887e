-- what is counted is forgotten within a day anyway
drop table sign_in_failure;

-- by keyed hashes of what was typed, since people type passwords into the wrong field, and of the
-- network or device it was typed on
-- single
create table sign_in_failure (
	name_hash char(64) not null,
	source_hash char(64) not null,
	failures int not null,
	last_at timestamp(6) with time zone not null,
	locked_until timestamp(6) with time zone,
	constraint sign_in_failure_pk primary key (name_hash, source_hash)
);

create index sign_in_failure_last_ix on sign_in_failure (last_at);
