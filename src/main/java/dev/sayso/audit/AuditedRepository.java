package dev.sayso.audit;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * The things of one kind whose changes stand in the activity.
 */
@NoRepositoryBean
public interface AuditedRepository<T extends Audited> extends Repository<T, UUID> {

	Optional<T> findById(UUID id);

	/** Saves it without telling anybody; {@link AuditedChanges} does both. */
	T save(T thing);

	/** Deletes it without telling anybody; {@link AuditedChanges} does both. */
	void delete(T thing);

	/**
	 * The one that a URL names.
	 * @throws NotFoundException when there is none
	 */
	default T get(String reference) {
		return Ids.parse(reference)
			.flatMap(this::findById)
			.orElseThrow(() -> new NotFoundException("the id " + reference));
	}

	default T get(UUID id) {
		return findById(id).orElseThrow(() -> new NotFoundException("the id " + id));
	}

	/**
	 * The one of this id as somebody saw it.
	 * @throws NotFoundException when there is none
	 * @throws StaleEditException when somebody else saved since
	 */
	default T get(UUID id, int seen) {
		T thing = get(id);
		if (thing.version() == null || thing.version() != seen) {
			throw new StaleEditException("the id " + id);
		}
		return thing;
	}

}
