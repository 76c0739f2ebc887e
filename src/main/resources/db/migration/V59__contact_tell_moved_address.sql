-- what is told though it stands in no ledger: who did it; and where somebody's address was gained or lost by them or
-- by others, when and on which channel, since other noes may count for them
alter table say_news add column origin varchar(10);
alter table say_news add column moved_at timestamp(6) with time zone;
alter table say_news add column channel varchar(12);
