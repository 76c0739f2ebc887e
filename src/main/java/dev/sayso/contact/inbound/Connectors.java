package dev.sayso.contact.inbound;

import java.util.List;
import java.util.Optional;

import dev.sayso.audit.AuditedRepository;

/**
 * All the connectors: a deployment has a handful.
 */
public interface Connectors extends AuditedRepository<Connector> {

	Optional<Connector> findBySlug(String slug);

	boolean existsBySlug(String slug);

	List<Connector> findAllByOrderByName();

}
