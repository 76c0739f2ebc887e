package dev.sayso.decision.editor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DuplicateNames;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;
import dev.sayso.store.Version;

/**
 * Makes and changes decisions, each change with its entry in the audit; what was
 * published stays as a version.
 */
@Component
public class DecisionManagement {

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	DecisionManagement(Decisions decisions, DecisionVersions versions, Audit audit, Clock clock,
			ApplicationEventPublisher events, TransactionTemplate transaction) {
		this.decisions = decisions;
		this.versions = versions;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
		this.transaction = transaction;
	}

	/**
	 * Makes one.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Decision create(String slug, String name, String description, DecisionContent content, Actor by) {
		Decision created = this.decisions
			.save(Decision.create(slug, name, description, content, this.clock.instant(), by.name()));
		this.audit.write(by, "created", subject(created), DecisionParts.between(Map.of(), DecisionParts.of(created)));
		this.events.publishEvent(new CatalogueChanged());
		return created;
	}

	/**
	 * Makes a copy of the draft under a key of its own, however many are made at once.
	 * @param suffix what its name ends with, such as <em>(copy)</em>
	 */
	public Decision copy(Decision decision, String suffix, Actor by) {
		String name = DuplicateNames.name(decision.name(), suffix);
		return DuplicateNames.make(decision.slug(), (slug) -> this.decisions.findBySlug(slug).isPresent(),
				(slug) -> Objects.requireNonNull(this.transaction
					.execute((status) -> create(slug, name, decision.description(), decision.draft(), by))));
	}

	/**
	 * Saves an edit of the draft; one that changes nothing leaves nothing behind.
	 * @throws StaleEditException when somebody else saved since {@code seen}
	 */
	@Transactional
	public Decision edit(UUID id, int seen, String name, String description, DecisionContent content, Actor by) {
		Decision before = read(id, seen);
		Decision after = before.edit(name, description, content, this.clock.instant(), by.name());
		List<FieldChange> changes = DecisionParts.between(DecisionParts.of(before), DecisionParts.of(after));
		return changes.isEmpty() ? before : save(after, "edited", changes, by);
	}

	/**
	 * Lets the draft hold as the next version, at once and everywhere; where it is the
	 * newest version already, that one holds again.
	 * @throws StaleEditException when somebody else saved since it was reviewed, or it is
	 * archived
	 */
	@Transactional
	public Decision publish(UUID id, int seen, Actor by) {
		Decision before = read(id, seen);
		if (before.status() == Decision.Status.ARCHIVED) {
			throw new StaleEditException("decision " + before.slug() + ", which is archived");
		}
		if (before.status() == Decision.Status.LIVE && !differs(before)) {
			return before;
		}
		Decision after = before.publish(this.clock.instant(), by.name());
		Decision published = save(after, "published", List.of(new FieldChange("live",
				(before.live() != null) ? before.live().toString() : null, String.valueOf(after.live()))), by);
		this.versions.add(published);
		return published;
	}

	/** Ends it: from now on only the fallback shows. */
	@Transactional
	public Decision complete(UUID id, int seen, Actor by) {
		Decision before = read(id, seen);
		return (before.status() == Decision.Status.LIVE)
				? save(before.complete(this.clock.instant(), by.name()), "completed", List.of(), by) : before;
	}

	/**
	 * Starts one that ended again: what was published last holds as the next version,
	 * whatever the draft is by now.
	 */
	@Transactional
	public Decision resume(UUID id, int seen, Actor by) {
		Decision before = read(id, seen);
		if (before.status() != Decision.Status.COMPLETE) {
			return before;
		}
		Version<DecisionContent> last = this.versions.find(id, before.live())
			.orElseThrow(() -> new NotFoundException("the live version of decision " + id));
		Decision resumed = save(before.publish(this.clock.instant(), by.name()), "resumed",
				List.of(new FieldChange("live", String.valueOf(before.live()), String.valueOf(before.next()))), by);
		this.versions.add(new Version<>(id, before.next(), last.name(), last.content(), resumed.changedAt(),
				resumed.changedBy()));
		return resumed;
	}

	/** Makes what an earlier version says the draft. */
	@Transactional
	public Decision restore(UUID id, int number, int seen, Actor by) {
		Version<DecisionContent> version = this.versions.find(id, number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of decision " + id));
		return edit(id, seen, version.name(), read(id, seen).description(), version.content(), by);
	}

	/** Puts one away or takes it out again. */
	@Transactional
	Decision archive(UUID id, boolean away, int seen, Actor by) {
		Decision before = read(id, seen);
		if ((before.archivedAt() != null) == away) {
			return before;
		}
		return save(before.archive(away, this.clock.instant(), by.name()), away ? "archived" : "restored", List.of(),
				by);
	}

	/** Whether the draft differs from what was published last. */
	public boolean differs(Decision decision) {
		return this.versions.find(decision.id(), decision.live())
			.filter((version) -> version.content().equals(decision.draft()) && version.name().equals(decision.name()))
			.isEmpty();
	}

	/**
	 * The placement of each key by which OpenFeature's providers ask: as last published,
	 * else as the draft would have them.
	 */
	public Map<String, String> flags(Decision decision) {
		DecisionContent content = this.versions.find(decision.id(), decision.live())
			.map(Version::content)
			.orElse(decision.draft());
		return DecisionContent.flags(decision.slug(), content.scopes().stream().map(DecisionScope::placement).toList());
	}

	private Decision save(Decision after, String action, List<FieldChange> changes, Actor by) {
		Decision saved = this.decisions.save(after);
		this.audit.write(by, action, subject(saved), changes);
		this.events.publishEvent(new CatalogueChanged());
		return saved;
	}

	private Decision read(UUID id, int seen) {
		Decision decision = this.decisions.findById(id).orElseThrow(() -> new NotFoundException("decision " + id));
		if (decision.version() == null || decision.version() != seen) {
			throw new StaleEditException("decision " + decision.slug());
		}
		return decision;
	}

	static AuditSubject subject(Decision decision) {
		return new AuditSubject("decision", decision.id().toString(), decision.name());
	}

}
