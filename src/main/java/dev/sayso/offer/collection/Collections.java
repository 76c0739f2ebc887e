package dev.sayso.offer.collection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * All the collections.
 */
public interface Collections extends Repository<Collection, UUID> {

	List<Collection> findAllByOrderByName();

	Optional<Collection> findById(UUID id);

	Optional<Collection> findBySlug(String slug);

	Collection save(Collection collection);

	/**
	 * The one of this id or key.
	 * @throws NotFoundException when there is none
	 */
	default Collection get(String reference) {
		return Ids.parse(reference)
			.flatMap(this::findById)
			.or(() -> findBySlug(reference))
			.orElseThrow(() -> new NotFoundException("collection " + reference));
	}

}
