package dev.sayso.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;

/**
 * Creates and changes what is audited: each change is saved, stands in the audit and is
 * told to whoever has to know, in one transaction.
 */
@Component
@Transactional
public class AuditedChanges {

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	AuditedChanges(Audit audit, Clock clock, ApplicationEventPublisher events) {
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException when its key is taken
	 */
	public <T extends Audited> T create(AuditedRepository<T> repository, T created, Actor by) {
		return save(repository, created, "created", created.changesSince(Map.of()), by);
	}

	/**
	 * Saves an edit; one that changes nothing leaves nothing behind.
	 * @throws dev.sayso.shared.NotFoundException when there is nothing of this id
	 * @throws StaleEditException when somebody else saved since
	 */
	public <T extends Audited> T edit(AuditedRepository<T> repository, UUID id, int seen, UnaryOperator<T> edit,
			Actor by) {
		T before = repository.get(id, seen);
		return edit(repository, before, edit.apply(before), by);
	}

	/**
	 * Saves an edit of what was read in the same transaction; one that changes nothing
	 * leaves nothing behind.
	 */
	public <T extends Audited> T edit(AuditedRepository<T> repository, T before, T after, Actor by) {
		List<FieldChange> changes = after.changesSince(before.fields());
		return changes.isEmpty() ? before : save(repository, after, "edited", changes, by);
	}

	public <T extends Archivable<T>> T archive(AuditedRepository<T> repository, T before, boolean away, Actor by) {
		return (before.isArchived() == away) ? before : save(repository,
				before.archive(away, this.clock.instant(), by.name()), away ? "archived" : "restored", List.of(), by);
	}

	/**
	 * Archives a thing that is in use.
	 * @return whether it was
	 */
	public <T extends Archivable<T>> boolean putAway(AuditedRepository<T> repository, T thing, Actor by) {
		return !thing.isArchived() && archive(repository, thing, true, by).isArchived();
	}

	/**
	 * Saves what an act made of a thing.
	 * @param action a past participle that has a message {@code audit.action.<action>}
	 * @throws StaleEditException when somebody else saved since it was read
	 */
	public <T extends Audited> T save(AuditedRepository<T> repository, T changed, String action,
			List<FieldChange> changes, Actor by) {
		try {
			T saved = repository.save(changed);
			record(saved, action, changes, by);
			return saved;
		}
		catch (OptimisticLockingFailureException ex) {
			throw new StaleEditException(changed.subject().type() + " " + changed.id());
		}
	}

	/** Deletes a thing for good. */
	public <T extends Audited> void delete(AuditedRepository<T> repository, T thing, Actor by) {
		repository.delete(thing);
		record(thing, "deleted", FieldChange.between(thing.fields(), Map.of()), by);
	}

	public void record(Audited thing, String action, List<FieldChange> changes, Actor by) {
		this.audit.write(by, action, thing.subject(), changes);
		Object event = thing.event(action);
		if (event != null) {
			this.events.publishEvent(event);
		}
	}

}
