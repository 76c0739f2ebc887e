-- keyed by profile: what waits to be confirmed through a mail to an address, by the form that asked for it
create table confirmation (
	id uuid not null,
	profile_id uuid not null,
	page_id uuid not null,
	page_version int not null,
	-- in its normal form
	address varchar(320) not null,
	-- what was asked for, as the ledger calls it, with blanks between
	purposes varchar(4000) not null,
	language varchar(35) not null,
	asked_at timestamp(6) with time zone not null,
	-- the newest mail that asks; null where the address had as many as it gets in a day
	mail_id uuid,
	reminded_at timestamp(6) with time zone,
	answered_at timestamp(6) with time zone,
	accepted boolean,
	constraint confirmation_pk primary key (id),
	constraint confirmation_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

create index confirmation_profile_ix on confirmation (profile_id, asked_at);
create index confirmation_asked_ix on confirmation (asked_at);

-- keyed by profile: details as they were before a form by personal link changed them, to be put back
create table changed_details (
	submission_id uuid not null,
	profile_id uuid not null,
	changed_at timestamp(6) with time zone not null,
	fields varchar(20000) not null,
	constraint changed_details_pk primary key (submission_id),
	constraint changed_details_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

create index changed_details_profile_ix on changed_details (profile_id);
create index changed_details_at_ix on changed_details (changed_at);
