package dev.sayso.exchange.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
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

	/** Tells that an import waits its turn still. */
	@Modifying
	@Query("update file_import set beat_at = :now where id = :id")
	void beat(UUID id, Instant now);

	Import save(Import run);

	void delete(Import run);

}
