-- the fields of a placement and the template that makes HTML of them, as JSON; null where it has none
alter table placement add column layout varchar(200000);
