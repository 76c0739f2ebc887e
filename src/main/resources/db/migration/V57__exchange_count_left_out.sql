-- how many people a file left out, by reason against contact, such as OPTED_OUT=3 PAUSED=1
alter table file_export add column left_out varchar(1000) default '' not null;
