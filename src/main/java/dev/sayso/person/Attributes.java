package dev.sayso.person;

import java.util.List;
import java.util.Optional;

import dev.sayso.audit.AuditedRepository;

public interface Attributes extends AuditedRepository<Attribute> {

	List<Attribute> findAllByOrderByLabel();

	Optional<Attribute> findByName(String name);

}
