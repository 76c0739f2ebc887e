package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;

/**
 * Creates, edits and archives collections, each change with its entry in the audit.
 */
@Component
class CollectionManagement {

	private final Collections collections;

	private final AuditedChanges changes;

	private final Clock clock;

	CollectionManagement(Collections collections, AuditedChanges changes, Clock clock) {
		this.collections = collections;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Creates a collection.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	Collection create(String slug, String name, String description, Collection.Content content, Actor by) {
		return this.changes.create(this.collections,
				Collection.create(slug, name, description, content, this.clock.instant(), by.name()), by);
	}

	/**
	 * Saves an edit.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 */
	@Transactional
	Collection edit(UUID id, int version, String name, String description, Collection.Content content, Actor by) {
		return this.changes.edit(this.collections, id, version,
				(before) -> before.edit(name, description, content, this.clock.instant(), by.name()), by);
	}

	/** Archives a collection or restores it. */
	@Transactional
	Collection archive(UUID id, boolean away, Actor by) {
		return this.changes.archive(this.collections, this.collections.get(id), away, by);
	}

}
