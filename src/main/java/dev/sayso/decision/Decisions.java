package dev.sayso.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
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

	/** Those that somebody asked another to publish. */
	@Query("""
			select * from decision where archived_at is null and four_eyes like '%"requestedAt":%'
				and four_eyes not like '%"requestedAt":null%' order by name""")
	List<Decision> findRequested();

	Decision save(Decision decision);

	default Decision get(String reference) {
		return Ids.parse(reference)
			.flatMap(this::findById)
			.or(() -> findBySlug(reference))
			.orElseThrow(() -> new NotFoundException("decision " + reference));
	}

}
