-- single: keys that the store keeps for ever, each sealed by the deployment's first secret
create table sealed_key (
	purpose varchar(20) not null,
	sealed varchar(20000) not null,
	constraint sealed_key_pk primary key (purpose)
);

-- single: how many personal links each of the deployment's secrets signed, by its name
create table link_key (
	secret char(8) not null,
	links bigint not null,
	constraint link_key_pk primary key (secret)
);

-- single: stops in one click whose link could not be read, by day
create table unplaced_stop (
	on_day date not null,
	stops bigint not null,
	constraint unplaced_stop_pk primary key (on_day)
);
