package dev.sayso.contact.events;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * How connectors are mapped, by their ids.
 */
interface EventMappings extends Repository<EventMapping, UUID> {

	Optional<EventMapping> findById(UUID connector);

	EventMapping save(EventMapping mapping);

}
