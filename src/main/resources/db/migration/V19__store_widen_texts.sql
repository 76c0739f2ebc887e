-- as wide as what forms and the API take can become: lists of a thousand values, many attributes, long pages
alter table audit_entry alter column changes set data type varchar(1000000);
alter table profile_change alter column changes set data type varchar(1000000);
alter table ledger_entry alter column evidence set data type varchar(1000000);
alter table pending_opt_in alter column evidence set data type varchar(1000000);
alter table landing_page alter column draft set data type varchar(1000000);
alter table page_version alter column content set data type varchar(1000000);
alter table submission alter column content set data type varchar(1000000);
alter table file_import alter column targets set data type varchar(1000000);
alter table file_export alter column query set data type varchar(1000000);
alter table test_profile alter column content set data type varchar(1000000);
