package dev.sayso.audience;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * All the audiences: a deployment has hundreds.
 */
public interface Audiences extends Repository<Audience, UUID> {

	List<Audience> findAllByOrderByName();

	Optional<Audience> findById(UUID id);

	Optional<Audience> findBySlug(String slug);

	Audience save(Audience audience);

	/**
	 * Finds an audience by its id or key.
	 * @throws NotFoundException when there is none
	 */
	default Audience get(String reference) {
		return Ids.parse(reference)
			.flatMap(this::findById)
			.or(() -> findBySlug(reference))
			.orElseThrow(() -> new NotFoundException("audience " + reference));
	}

}
