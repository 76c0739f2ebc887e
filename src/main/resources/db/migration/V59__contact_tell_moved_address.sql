-- what is told though it stands in no ledger: who did it, and of a no that counts or ends through an address that
-- somebody gained or lost, when and on which channel
alter table say_news add column origin varchar(10);
alter table say_news add column moved_at timestamp(6) with time zone;
alter table say_news add column channel varchar(12);
alter table say_news add column lost boolean;
