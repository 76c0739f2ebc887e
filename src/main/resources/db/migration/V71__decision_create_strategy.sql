-- broadcast: criteria with a name of their own, which several decisions use
create table strategy (
	id uuid not null,
	version int not null,
	slug varchar(60) not null,
	name varchar(200) not null,
	description varchar(2000) not null,
	criterion varchar(1000000) not null,
	archived_at timestamp(6) with time zone,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint strategy_pk primary key (id)
);

create unique index strategy_slug_ix on strategy (slug);
