package dev.sayso.decision.simulation;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;

@Component
class TestProfileManagement {

	private final TestProfiles testProfiles;

	private final AuditedChanges changes;

	private final Clock clock;

	TestProfileManagement(TestProfiles testProfiles, AuditedChanges changes, Clock clock) {
		this.testProfiles = testProfiles;
		this.changes = changes;
		this.clock = clock;
	}

	@Transactional
	TestProfile create(String name, TestProfileContent content, Actor by) {
		return this.changes.create(this.testProfiles,
				TestProfile.create(name, content, this.clock.instant(), by.name()), by);
	}

	@Transactional
	TestProfile edit(UUID id, int seen, String name, TestProfileContent content, Actor by) {
		return this.changes.edit(this.testProfiles, id, seen,
				(before) -> before.edit(name, content, this.clock.instant(), by.name()), by);
	}

	@Transactional
	void delete(UUID id, Actor by) {
		this.testProfiles.findById(id).ifPresent((testProfile) -> {
			this.testProfiles.delete(testProfile);
			this.changes.record(testProfile, "deleted", FieldChange.between(testProfile.fields(), Map.of()), by);
		});
	}

}
