-- broadcast: where a connector's payloads say what happened, to whom and when
create table event_mapping (
	connector_id uuid not null,
	version int not null,
	proof varchar(20) not null,
	header varchar(100) not null,
	encoding varchar(10) not null,
	events_path varchar(200) not null,
	type_path varchar(200) not null,
	address_path varchar(200) not null,
	time_path varchar(200) not null,
	message_path varchar(200) not null,
	diagnostic_path varchar(200) not null,
	hard_path varchar(200) not null,
	-- which values of the type mean what
	words varchar(8000) not null,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(200) not null,
	constraint event_mapping_pk primary key (connector_id),
	constraint event_mapping_connector_fk foreign key (connector_id) references connector (id) on delete cascade
);
