package dev.sayso.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * The attributes a deployment has declared.
 */
public interface Attributes extends Repository<Attribute, UUID> {

	List<Attribute> findAllByOrderByLabel();

	Optional<Attribute> findByName(String name);

	Optional<Attribute> findById(UUID id);

	Attribute save(Attribute attribute);

	void delete(Attribute attribute);

}
