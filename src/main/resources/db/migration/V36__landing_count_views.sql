-- broadcast: how often each version of a page was opened, by language and day of the deployment's zone
create table page_view (
	page_id uuid not null,
	on_day date not null,
	page_version int not null,
	language varchar(35) not null,
	views bigint not null,
	constraint page_view_pk primary key (page_id, on_day, page_version, language)
);
