package dev.sayso.decision.simulation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * All the test profiles: a handful.
 */
interface TestProfiles extends Repository<TestProfile, UUID> {

	List<TestProfile> findAllByOrderByName();

	Optional<TestProfile> findById(UUID id);

	TestProfile save(TestProfile testProfile);

	void delete(TestProfile testProfile);

}
