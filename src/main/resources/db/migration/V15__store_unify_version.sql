-- versions of all things have the same columns
alter table offer_version rename column approved_at to created_at;
alter table offer_version rename column approved_by to created_by;
alter table decision_version rename column published_at to created_at;
alter table decision_version rename column published_by to created_by;
alter table page_version rename column published_at to created_at;
alter table page_version rename column published_by to created_by;
alter table audience_version rename column at to created_at;
alter table audience_version rename column actor_name to created_by;
alter table audience_version add content varchar(1000000);
