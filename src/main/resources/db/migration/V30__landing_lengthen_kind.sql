-- The kinds of pages that came later have longer names.
alter table landing_page alter column kind set data type varchar(20);
