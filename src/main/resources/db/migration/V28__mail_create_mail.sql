-- single: mails that wait for the server, and what became of those of the last days
create table mail (
	id uuid not null,
	kind varchar(20) not null,
	-- null once it is handed over
	address varchar(320),
	masked varchar(320) not null,
	profile_id uuid,
	language varchar(35) not null,
	-- what its kind needs to compose it
	payload varchar(4000) not null,
	state varchar(10) not null,
	attempts int not null,
	due_at timestamp(6) with time zone not null,
	claim uuid,
	lease_until timestamp(6) with time zone,
	fault varchar(30),
	detail varchar(300),
	-- as it was composed, where mails are kept to be read in the console
	content varchar(60000),
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null,
	constraint mail_pk primary key (id),
	constraint mail_profile_fk foreign key (profile_id) references profile (id) on delete cascade
);

create index mail_due_ix on mail (state, due_at);
create index mail_changed_ix on mail (state, changed_at);
create index mail_profile_ix on mail (profile_id);

-- keyed by address: how many mails that strangers can ask for went to an address on a day, by its hash
create table mail_count (
	hash varchar(64) not null,
	sent_on date not null,
	mails int not null,
	constraint mail_count_pk primary key (hash, sent_on)
);

create index mail_count_day_ix on mail_count (sent_on);
