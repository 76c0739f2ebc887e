package dev.sayso.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * All views that people saved.
 */
interface SavedViews extends Repository<SavedView, UUID> {

	Optional<SavedView> findById(UUID id);

	/** Those of a list that somebody may open. */
	@Query("""
			select * from saved_view where section = :section and (account_id = :account or shared = true)
			order by name, id""")
	List<SavedView> find(String section, UUID account);

	SavedView save(SavedView view);

	void delete(SavedView view);

}
