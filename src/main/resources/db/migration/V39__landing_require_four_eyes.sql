-- who changed a draft last, and what waits for another than them
alter table landing_page add four_eyes varchar(2000);
-- who asked for what was published under four eyes
alter table page_version add requested_by varchar(200);
alter table offer_version add requested_by varchar(200);
alter table decision_version add requested_by varchar(200);
alter table audience_version add requested_by varchar(200);
