-- keyed by profile: the devices that push messages can reach, each by its token
create table push_token (
	profile_id uuid not null,
	token varchar(500) not null,
	platform varchar(20),
	registered_at timestamp(6) with time zone not null,
	constraint push_token_pk primary key (profile_id, token),
	constraint push_token_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

create index push_token_ix on push_token (token);
