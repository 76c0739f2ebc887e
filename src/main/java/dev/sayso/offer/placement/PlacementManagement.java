package dev.sayso.offer.placement;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Creates, edits and archives placements, each change with its entry in the audit.
 */
@Component
public class PlacementManagement {

	private final Placements placements;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	PlacementManagement(Placements placements, Audit audit, Clock clock, ApplicationEventPublisher events) {
		this.placements = placements;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Creates a placement.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Placement create(String slug, String name, String description, Surface surface, ContentType type, int items,
			Actor by) {
		Placement created = Placement.create(slug, name, description, surface, type, items, this.clock.instant(),
				by.name());
		return save(created, "created", FieldChange.between(Map.of(), fields(created)), by);
	}

	/**
	 * Saves an edit; one that changes nothing leaves nothing behind.
	 * @throws StaleEditException when somebody else saved since {@code version}
	 */
	@Transactional
	Placement edit(UUID id, int version, String name, String description, int items, Actor by) {
		Placement before = read(id);
		if (before.version() == null || before.version() != version) {
			throw new StaleEditException("placement " + before.slug());
		}
		Placement after = before.edit(name, description, items, this.clock.instant(), by.name());
		List<FieldChange> changes = FieldChange.between(fields(before), fields(after));
		return changes.isEmpty() ? before : save(after, "edited", changes, by);
	}

	/**
	 * Archives a placement or restores it.
	 */
	@Transactional
	public Placement archive(UUID id, boolean away, Actor by) {
		Placement before = read(id);
		return (before.isArchived() == away) ? before : save(before.archive(away, this.clock.instant(), by.name()),
				away ? "archived" : "restored", List.of(), by);
	}

	private Placement save(Placement changed, String action, List<FieldChange> changes, Actor by) {
		Placement saved = this.placements.save(changed);
		this.audit.write(by, action, new AuditSubject("placement", saved.id().toString(), saved.name()), changes);
		this.events.publishEvent(new CatalogueChanged());
		return saved;
	}

	private Placement read(UUID id) {
		return this.placements.findById(id).orElseThrow(() -> new NotFoundException("placement " + id));
	}

	private static Map<String, Object> fields(Placement placement) {
		return Map.of("name", placement.name(), "description", placement.description(), "surface", placement.surface(),
				"contentType", placement.contentType(), "items", placement.items());
	}

}
