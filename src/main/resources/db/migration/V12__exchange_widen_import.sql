alter table file_import alter column encoding set data type varchar(60);
alter table file_import add column header_row int default 1 not null;
alter table file_import add column kind varchar(12) default 'PEOPLE' not null;
-- what everybody in the file has opted out of; empty for nothing
alter table file_import add column everybody varchar(40) default '' not null;
-- what values were said to mean by hand, one a line
alter table file_import add column meanings varchar(200000) default '' not null;
alter table file_import add column preset varchar(40) default '' not null;
alter table file_import add column partial bigint default 0 not null;
alter table file_import add column standing bigint default 0 not null;
alter table file_import add column lost bigint default 0 not null;

-- single: rows of a file that were not taken, or not whole, as they stand in it
create table import_rejected_row (
	import_id uuid not null,
	line bigint not null,
	-- the cells, a JSON list
	cells varchar(1000000) not null,
	-- whether nothing of the row was taken but its noes
	rejected boolean not null,
	at timestamp(6) with time zone not null,
	constraint import_rejected_row_pk primary key (import_id, line),
	constraint import_rejected_row_import_fk foreign key (import_id) references file_import (id) on delete cascade
);
