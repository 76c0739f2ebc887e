-- keyed by profile: whom a message that came in was about, while it names them
create table received_message_profile (
	message_id uuid not null,
	profile_id uuid not null,
	constraint received_message_profile_pk primary key (message_id, profile_id),
	constraint received_message_profile_message_fk foreign key (message_id) references received_message (id) on delete cascade,
	constraint received_message_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

create index received_message_profile_ix on received_message_profile (profile_id);

-- what senders tell by API comes from no connector, but by a name
alter table received_message alter column connector_id drop not null;
alter table received_message add column source varchar(200);
