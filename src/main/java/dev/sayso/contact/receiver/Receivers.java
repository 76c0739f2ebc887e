package dev.sayso.contact.receiver;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.sayso.audit.AuditedRepository;

/**
 * All the receivers: a deployment has a handful.
 */
interface Receivers extends AuditedRepository<Receiver> {

	List<Receiver> findAllByOrderByName();

	Optional<Receiver> findByTokenId(UUID tokenId);

	boolean existsByNameIgnoreCase(String name);

	long count();

}
