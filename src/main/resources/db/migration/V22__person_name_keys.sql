-- how the keys were made by which people are found and compared: made anew where it is not as now
insert into setting (name, content) values ('person.keys', '');
