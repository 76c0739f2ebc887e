-- keyed by profile: how often somebody's personal links were renewed
create table link_renewal (
	profile_id uuid not null,
	renewals int not null,
	renewed_at timestamp(6) with time zone not null,
	renewed_by varchar(200) not null,
	constraint link_renewal_pk primary key (profile_id)
);

-- broadcast: how often the personal links to a page were renewed
create table page_link_renewal (
	page_id uuid not null,
	renewals int not null,
	renewed_at timestamp(6) with time zone not null,
	renewed_by varchar(200) not null,
	constraint page_link_renewal_pk primary key (page_id),
	constraint page_link_renewal_page_fk foreign key (page_id) references landing_page (id) on delete cascade
);
