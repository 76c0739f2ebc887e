-- a version that opens later leaves the one before it standing until then
alter table landing_page add column standing int;
alter table landing_page add column standing_until timestamp(6) with time zone;
