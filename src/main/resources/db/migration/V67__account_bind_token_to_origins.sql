-- the websites whose pages may use a token, one a line; empty for one of a server
alter table api_token add column origins varchar(4000) default '' not null;
