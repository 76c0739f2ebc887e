-- a default is yes or no by default, or a ground that fits the purpose: only a person says yes or no
update setting set content = 'dy' where name like 'consent.default.%' and content = 'y';
update setting set content = 'dn' where name like 'consent.default.%' and content in ('n', 'p', 'u');
update setting set content = 'dn' where name like 'consent.default.%' and content in ('CT', 'CP', 'VI', 'PI')
	and name not in ('consent.default.collect', 'consent.default.share');

-- in a store that is in use holds what held: yes for contact on the channels in use, to collect and to share
insert into setting (name, content)
	select 'consent.model', 'opt-out' where exists (select 1 from account);
insert into setting (name, content)
	select 'consent.default.share', 'dy' where exists (select 1 from account)
		and not exists (select 1 from setting where name = 'consent.default.share');
insert into setting (name, content)
	select 'consent.default.marketing.whatsApp', 'dy'
	where exists (select 1 from setting where name = 'consent.channels' and ',' || content || ',' like '%,whatsApp,%')
		and not exists (select 1 from setting where name = 'consent.default.marketing.whatsApp');
insert into setting (name, content)
	select 'consent.default.marketing.fax', 'dy'
	where exists (select 1 from setting where name = 'consent.channels' and ',' || content || ',' like '%,fax,%')
		and not exists (select 1 from setting where name = 'consent.default.marketing.fax');
