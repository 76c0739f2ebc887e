package dev.sayso.landing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

import dev.sayso.audit.AuditedRepository;
import dev.sayso.shared.StaleEditException;

/**
 * All the pages: a deployment has dozens, not thousands.
 */
public interface LandingPages extends AuditedRepository<LandingPage> {

	Optional<LandingPage> findBySlug(String slug);

	@Query("select * from landing_page order by name, slug")
	List<LandingPage> all();

	/** The one of this id, which nobody else changes until the transaction is over. */
	@Query("select * from landing_page where id = :id for update")
	Optional<LandingPage> lock(UUID id);

	/** A number for a new page, never given before. */
	@Query("select nextval('landing_page_number')")
	int nextNumber();

	@Modifying
	@Query("delete from landing_page where id = :id and published is null")
	boolean deleteUnpublished(UUID id);

	/**
	 * Deletes a page that nobody ever saw.
	 * @throws StaleEditException when it was published meanwhile
	 */
	default void delete(LandingPage page) {
		if (!deleteUnpublished(page.id())) {
			throw new StaleEditException("landing page " + page.slug());
		}
	}

}
