-- who changed a draft last, and what waits for another than them
alter table decision add four_eyes varchar(2000);
