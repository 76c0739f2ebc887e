package dev.sayso.exchange.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * The imports.
 */
interface Imports extends Repository<Import, UUID> {

	Optional<Import> findById(UUID id);

	List<Import> findTop51ByCreatedAtBeforeOrderByCreatedAtDesc(Instant before);

	List<Import> findByStateInAndCreatedAtBefore(List<Import.State> states, Instant before);

	Import save(Import run);

	void delete(Import run);

}
