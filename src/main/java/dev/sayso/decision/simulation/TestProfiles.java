package dev.sayso.decision.simulation;

import java.util.List;

import dev.sayso.audit.AuditedRepository;

interface TestProfiles extends AuditedRepository<TestProfile> {

	List<TestProfile> findAllByOrderByName();

}
