package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Creates, edits and archives collections, each change with its entry in the audit.
 */
@Component
class CollectionManagement {

	private final Collections collections;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	CollectionManagement(Collections collections, Audit audit, Clock clock, ApplicationEventPublisher events) {
		this.collections = collections;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Creates a collection.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	Collection create(String slug, String name, String description, Collection.Content content, Actor by) {
		Collection created = Collection.create(slug, name, description, content, this.clock.instant(), by.name());
		return save(created, "created", FieldChange.between(Map.of(), fields(created)), by);
	}

	/**
	 * Saves an edit; one that changes nothing leaves nothing behind.
	 * @throws StaleEditException when somebody else saved since {@code version}
	 */
	@Transactional
	Collection edit(UUID id, int version, String name, String description, Collection.Content content, Actor by) {
		Collection before = read(id);
		if (before.version() == null || before.version() != version) {
			throw new StaleEditException("collection " + before.slug());
		}
		Collection after = before.edit(name, description, content, this.clock.instant(), by.name());
		List<FieldChange> changes = FieldChange.between(fields(before), fields(after));
		return changes.isEmpty() ? before : save(after, "edited", changes, by);
	}

	/**
	 * Archives a collection or restores it.
	 */
	@Transactional
	Collection archive(UUID id, boolean away, Actor by) {
		Collection before = read(id);
		return (before.isArchived() == away) ? before : save(before.archive(away, this.clock.instant(), by.name()),
				away ? "archived" : "restored", List.of(), by);
	}

	private Collection save(Collection changed, String action, List<FieldChange> changes, Actor by) {
		Collection saved = this.collections.save(changed);
		this.audit.write(by, action, new AuditSubject("collection", saved.id().toString(), saved.name()), changes);
		this.events.publishEvent(new CatalogueChanged());
		return saved;
	}

	private Collection read(UUID id) {
		return this.collections.findById(id).orElseThrow(() -> new NotFoundException("collection " + id));
	}

	private static Map<String, Object> fields(Collection collection) {
		Collection.Content content = collection.content();
		Map<String, Object> fields = new HashMap<>(
				Map.of("name", collection.name(), "description", collection.description(), "offers",
						String.join(", ", content.offers()), "qualifiers", String.join(", ", content.qualifiers())));
		if (content.isDynamic()) {
			fields.put("match", content.every() ? "all" : "any");
		}
		return fields;
	}

}
