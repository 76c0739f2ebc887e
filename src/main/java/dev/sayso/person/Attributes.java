package dev.sayso.person;

import java.util.List;
import java.util.Optional;

import dev.sayso.audit.AuditedRepository;

/**
 * The attributes a deployment has declared.
 */
public interface Attributes extends AuditedRepository<Attribute> {

	List<Attribute> findAllByOrderByLabel();

	Optional<Attribute> findByName(String name);

}
