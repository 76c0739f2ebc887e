package dev.sayso.decision.simulation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Makes, changes and deletes test profiles, each time with an entry in the audit.
 */
@Component
class TestProfileManagement {

	private final TestProfiles testProfiles;

	private final Audit audit;

	private final Clock clock;

	TestProfileManagement(TestProfiles testProfiles, Audit audit, Clock clock) {
		this.testProfiles = testProfiles;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional
	TestProfile create(String name, TestProfileContent content, Actor by) {
		TestProfile created = this.testProfiles
			.save(TestProfile.create(name, content, this.clock.instant(), by.name()));
		this.audit.write(by, "created", subject(created), FieldChange.between(Map.of(), created.parts()));
		return created;
	}

	/**
	 * Saves an edit; one that changes nothing leaves nothing behind.
	 * @throws StaleEditException when somebody else saved since {@code seen}
	 */
	@Transactional
	TestProfile edit(UUID id, int seen, String name, TestProfileContent content, Actor by) {
		TestProfile before = get(id);
		if (before.version() == null || before.version() != seen) {
			throw new StaleEditException("made-up person " + before.name());
		}
		TestProfile after = before.edit(name, content, this.clock.instant(), by.name());
		List<FieldChange> changes = FieldChange.between(before.parts(), after.parts());
		if (changes.isEmpty()) {
			return before;
		}
		TestProfile saved = this.testProfiles.save(after);
		this.audit.write(by, "edited", subject(saved), changes);
		return saved;
	}

	/**
	 * Deletes one; a second time does nothing.
	 */
	@Transactional
	void delete(UUID id, Actor by) {
		this.testProfiles.findById(id).ifPresent((testProfile) -> {
			this.testProfiles.delete(testProfile);
			this.audit.write(by, "deleted", subject(testProfile), FieldChange.between(testProfile.parts(), Map.of()));
		});
	}

	TestProfile get(UUID id) {
		return this.testProfiles.findById(id).orElseThrow(() -> new NotFoundException("made-up person " + id));
	}

	private static AuditSubject subject(TestProfile testProfile) {
		return new AuditSubject("made-up-person", testProfile.id().toString(), testProfile.name());
	}

}
