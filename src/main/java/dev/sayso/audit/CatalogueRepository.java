package dev.sayso.audit;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.NoRepositoryBean;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * All things of a kind that have a key of their own.
 */
@NoRepositoryBean
public interface CatalogueRepository<T extends Audited> extends AuditedRepository<T> {

	List<T> findAllByOrderByName();

	Optional<T> findBySlug(String slug);

	/**
	 * The one of this id or key.
	 * @throws NotFoundException when there is none
	 */
	@Override
	default T get(String reference) {
		return Ids.parse(reference)
			.flatMap(this::findById)
			.or(() -> findBySlug(reference))
			.orElseThrow(() -> new NotFoundException("the key " + reference));
	}

}
