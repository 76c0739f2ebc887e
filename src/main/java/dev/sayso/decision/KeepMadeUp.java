package dev.sayso.decision;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.audit.Subject;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.StaleEdit;

/**
 * Makes people up, changes and deletes them, each with its entry in the audit.
 */
@Component
class KeepMadeUp {

	private final MadeUpPeople people;

	private final Audit audit;

	private final Moments moments;

	KeepMadeUp(MadeUpPeople people, Audit audit, Moments moments) {
		this.people = people;
		this.audit = audit;
		this.moments = moments;
	}

	@Transactional
	MadeUpPerson create(String name, MadeUp content, Actor by) {
		MadeUpPerson created = this.people.save(MadeUpPerson.create(name, content, this.moments.now(), by.name()));
		this.audit.write(by, "created", subject(created), FieldChange.between(Map.of(), created.parts()));
		return created;
	}

	/**
	 * Saves an edit; one that changes nothing leaves nothing behind.
	 * @throws StaleEdit when somebody else saved since {@code seen}
	 */
	@Transactional
	MadeUpPerson edit(UUID id, int seen, String name, MadeUp content, Actor by) {
		MadeUpPerson before = get(id);
		if (before.version() == null || before.version() != seen) {
			throw new StaleEdit("made-up person " + before.name());
		}
		MadeUpPerson after = before.edit(name, content, this.moments.now(), by.name());
		List<FieldChange> changes = FieldChange.between(before.parts(), after.parts());
		if (changes.isEmpty()) {
			return before;
		}
		MadeUpPerson saved = this.people.save(after);
		this.audit.write(by, "edited", subject(saved), changes);
		return saved;
	}

	/**
	 * Deletes somebody; a second time does nothing.
	 */
	@Transactional
	void delete(UUID id, Actor by) {
		this.people.findById(id).ifPresent((gone) -> {
			this.people.delete(gone);
			this.audit.write(by, "deleted", subject(gone), FieldChange.between(gone.parts(), Map.of()));
		});
	}

	MadeUpPerson get(UUID id) {
		return this.people.findById(id).orElseThrow(() -> new NotFound("made-up person " + id));
	}

	private static Subject subject(MadeUpPerson person) {
		return new Subject("made-up-person", person.id().toString(), person.name());
	}

}
