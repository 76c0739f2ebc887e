-- part of a word is found by trigrams, where the server has them and lets us
do $$
begin
	create extension if not exists pg_trgm;
	create index profile_search_ix on profile using gin (search_text gin_trgm_ops);
exception
	when others then
		raise notice 'pg_trgm is not to be had: the search of profiles reads them all';
end
$$;
