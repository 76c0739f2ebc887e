-- single: who took which file about people away, besides exports of a list
create table people_file (
	id uuid not null,
	at timestamp(6) with time zone not null,
	actor_name varchar(200) not null,
	kind varchar(20) not null,
	-- what it was of, as the audit names it; for one person only until they are erased
	subject_type varchar(60) not null,
	subject_id varchar(200) not null,
	subject_name varchar(300) not null,
	-- how many rows it holds; null where it was not written to its end
	row_count bigint,
	constraint people_file_pk primary key (id)
);

create index people_file_at_ix on people_file (at, id);
create index people_file_subject_ix on people_file (subject_id);
