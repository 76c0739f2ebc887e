-- what a connector brought outlives it: it takes nothing more, and never again
alter table connector add column ended_at timestamp(6) with time zone;
