-- what became of the file: sent while it was made, or making, kept, failed, ended, deleted, erased
alter table file_export add column state varchar(10) default 'sent' not null;
-- when the instance that makes it was last heard of
alter table file_export add column beat_at timestamp(6) with time zone;
-- until when it is kept
alter table file_export add column ends_at timestamp(6) with time zone;
create index file_export_state_ix on file_export (state);
