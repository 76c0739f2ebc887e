package dev.sayso.offer.placement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * All the placements: a deployment has up to a thousand.
 */
public interface Placements extends Repository<Placement, UUID> {

	List<Placement> findAllByOrderByName();

	Optional<Placement> findById(UUID id);

	Optional<Placement> findBySlug(String slug);

	Placement save(Placement placement);

	/**
	 * The one of this id or key.
	 * @throws NotFoundException when there is none
	 */
	default Placement get(String reference) {
		return Ids.parse(reference)
			.flatMap(this::findById)
			.or(() -> findBySlug(reference))
			.orElseThrow(() -> new NotFoundException("placement " + reference));
	}

}
