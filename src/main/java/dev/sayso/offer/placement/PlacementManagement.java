package dev.sayso.offer.placement;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;

/**
 * Creates, edits and archives placements, each change with its entry in the audit.
 */
@Component
public class PlacementManagement {

	private final Placements placements;

	private final AuditedChanges changes;

	private final Clock clock;

	PlacementManagement(Placements placements, AuditedChanges changes, Clock clock) {
		this.placements = placements;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Creates a placement.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Placement create(String slug, String name, String description, Surface surface, ContentType type, int items,
			Actor by) {
		return this.changes.create(this.placements,
				Placement.create(slug, name, description, surface, type, items, this.clock.instant(), by.name()), by);
	}

	/**
	 * Saves an edit.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 */
	@Transactional
	Placement edit(UUID id, int version, String name, String description, int items, Actor by) {
		return this.changes.edit(this.placements, id, version,
				(before) -> before.edit(name, description, items, this.clock.instant(), by.name()), by);
	}

	/** Archives a placement or restores it. */
	@Transactional
	public Placement archive(UUID id, boolean away, Actor by) {
		return this.changes.archive(this.placements, this.placements.get(id), away, by);
	}

}
