package dev.sayso.exchange.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

interface Imports extends Repository<Import, UUID> {

	Optional<Import> findById(UUID id);

	/**
	 * The import a URL names.
	 * @throws NotFoundException when there is none
	 */
	default Import get(String id) {
		return Ids.parse(id).flatMap(this::findById).orElseThrow(() -> new NotFoundException("import"));
	}

	List<Import> findTop51ByCreatedAtBeforeOrderByCreatedAtDesc(Instant before);

	List<Import> findByStateInAndCreatedAtBefore(List<Import.State> states, Instant before);

	Import save(Import run);

	void delete(Import run);

}
