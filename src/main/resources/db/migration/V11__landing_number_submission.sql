-- forms of one opening of a page are numbered; two of the same number would be the same form sent twice
alter table submission add column number int default 1 not null;

-- a keyed hash of what was said: tells a repeat from a form of its own, and nothing about who sent it
alter table submission add column fingerprint varchar(64);

drop index submission_opening_ix;

create unique index submission_opening_ix on submission (page_id, opening, number);
