-- where the links lead that a file carries for each person; null where it carries none
alter table file_export add column links varchar(60);
