package dev.sayso.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * All the qualifiers.
 */
public interface Qualifiers extends Repository<Qualifier, UUID> {

	List<Qualifier> findAllByOrderByName();

	Optional<Qualifier> findById(UUID id);

	Optional<Qualifier> findBySlug(String slug);

	Qualifier save(Qualifier qualifier);

	void delete(Qualifier qualifier);

}
