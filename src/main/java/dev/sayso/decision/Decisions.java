package dev.sayso.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * All the decisions: a deployment has up to ten thousand, a thousand of them live.
 */
public interface Decisions extends Repository<Decision, UUID> {

	List<Decision> findAllByOrderByName();

	List<Decision> findByIdIn(List<UUID> ids);

	Optional<Decision> findById(UUID id);

	Optional<Decision> findBySlug(String slug);

	Decision save(Decision decision);

	default Decision get(String reference) {
		return Ids.parse(reference)
			.flatMap(this::findById)
			.or(() -> findBySlug(reference))
			.orElseThrow(() -> new NotFoundException("decision " + reference));
	}

}
