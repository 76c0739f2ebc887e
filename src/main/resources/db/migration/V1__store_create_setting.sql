-- broadcast: what administrators set, and what the store says of itself
create table setting (
	name varchar(100) not null,
	content varchar(20000) not null,
	constraint setting_pk primary key (name)
);
