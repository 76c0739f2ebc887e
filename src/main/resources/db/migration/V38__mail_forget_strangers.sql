-- whom a mail went to who has no profile is kept no longer than until it is handed over
update mail set masked = '' where state = 'sent' and profile_id is null;
