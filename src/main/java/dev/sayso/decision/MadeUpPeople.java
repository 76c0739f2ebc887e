package dev.sayso.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * All the people that are made up: a handful.
 */
interface MadeUpPeople extends Repository<MadeUpPerson, UUID> {

	List<MadeUpPerson> findAllByOrderByName();

	Optional<MadeUpPerson> findById(UUID id);

	MadeUpPerson save(MadeUpPerson person);

	void delete(MadeUpPerson person);

}
