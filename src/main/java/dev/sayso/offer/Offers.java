package dev.sayso.offer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * All the offers: a deployment has up to ten thousand.
 */
public interface Offers extends Repository<Offer, UUID> {

	List<Offer> findAllByOrderByName();

	Optional<Offer> findById(UUID id);

	List<Offer> findByIdIn(Collection<UUID> ids);

	Optional<Offer> findBySlug(String slug);

	Offer save(Offer offer);

	/**
	 * The one of this id or key.
	 * @throws NotFoundException when there is none
	 */
	default Offer get(String reference) {
		return Ids.parse(reference)
			.flatMap(this::findById)
			.or(() -> findBySlug(reference))
			.orElseThrow(() -> new NotFoundException("offer " + reference));
	}

}
