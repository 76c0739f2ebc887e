-- broadcast: pictures that people uploaded, under the hash of what is served
create table image (
	hash varchar(32) not null,
	type varchar(4) not null,
	width int not null,
	height int not null,
	bytes int not null,
	content bytea not null,
	created_at timestamp(6) with time zone not null,
	created_by varchar(200) not null,
	constraint image_pk primary key (hash)
);
