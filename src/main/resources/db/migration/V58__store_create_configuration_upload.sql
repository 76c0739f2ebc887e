-- single: a file of the configuration that was uploaded and compared, and waits to be applied
create table configuration_upload (
	id uuid not null,
	file_name varchar(300) not null,
	content bytea not null,
	prune boolean not null,
	outcome bytea not null,
	created_at timestamp(6) with time zone not null,
	created_by varchar(200) not null,
	constraint configuration_upload_pk primary key (id)
);

create index configuration_upload_created_ix on configuration_upload (created_at);
