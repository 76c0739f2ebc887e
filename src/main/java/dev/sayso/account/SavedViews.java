package dev.sayso.account;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;

import dev.sayso.audit.AuditedRepository;

/**
 * All views that people saved.
 */
interface SavedViews extends AuditedRepository<SavedView> {

	/** Those of a list that somebody may open. */
	@Query("""
			select * from saved_view where section = :section and (account_id = :account or shared = true)
			order by name, id""")
	List<SavedView> find(String section, UUID account);

}
