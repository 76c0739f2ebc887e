-- of which generation the personal link was that brought a form: once links are renewed, it is shown to nobody
alter table submission add column generation int default 0 not null;

update submission set generation =
	case when exists (select 1 from page_link_renewal renewal
			where renewal.page_id = submission.page_id and renewal.renewed_at >= submission.at)
		or exists (select 1 from link_renewal renewal
			where renewal.profile_id = submission.profile_id and renewal.renewed_at >= submission.at)
	then -1
	else coalesce((select renewals from page_link_renewal renewal where renewal.page_id = submission.page_id), 0)
		+ coalesce((select renewals from link_renewal renewal where renewal.profile_id = submission.profile_id), 0)
	end
where page_id in (select page_id from page_link_renewal) or profile_id in (select profile_id from link_renewal);
