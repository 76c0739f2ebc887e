package dev.sayso.decision.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DuplicateNames;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;
import dev.sayso.store.FourEyes;
import dev.sayso.store.Version;

/**
 * Makes and changes decisions, each change with its entry in the audit; what was
 * published stays as a version.
 */
@Component
public class DecisionManagement {

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final ScheduledPublications schedules;

	private final RecordedDecisions records;

	private final Clock clock;

	private final TransactionTemplate transaction;

	DecisionManagement(Decisions decisions, DecisionVersions versions, ScheduledPublications schedules,
			RecordedDecisions records, Clock clock, TransactionTemplate transaction) {
		this.decisions = decisions;
		this.versions = versions;
		this.schedules = schedules;
		this.records = records;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * Makes one.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Decision create(String slug, String name, String description, DecisionContent content, Actor by) {
		Instant now = this.clock.instant();
		Decision created = Decision.create(slug, name, description, content, now, by.name()).with(FourEyes.of(by, now));
		return this.records.save(created, "created", DecisionParts.between(Map.of(), DecisionParts.of(created)), by);
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
		Decision before = this.records.get(id, seen);
		Instant now = this.clock.instant();
		Decision after = before.edit(name, description, content, now, by.name()).with(before.fourEyes().edit(by, now));
		List<FieldChange> changes = DecisionParts.between(DecisionParts.of(before), DecisionParts.of(after));
		return changes.isEmpty() ? before : this.records.save(after, "edited", changes, by);
	}

	/**
	 * Saves an edit of what the draft shows, under the name it has.
	 * @param decision as it was read when the edit was made
	 * @throws StaleEditException when somebody else saved since {@code seen}
	 */
	@Transactional
	public Decision edit(Decision decision, int seen, DecisionContent content, Actor by) {
		return edit(decision.id(), seen, decision.name(), decision.description(), content, by);
	}

	/**
	 * Lets the draft hold as the next version, at once and everywhere; where it is the
	 * newest version already, that one holds again. What was to hold later is called off.
	 * @throws StaleEditException when somebody else saved since it was reviewed, or it is
	 * archived
	 * @throws dev.sayso.store.FourEyesException when it is for another to publish
	 */
	@Transactional
	public Decision publish(UUID id, int seen, Actor by) {
		Decision before = this.records.get(id, seen);
		if (before.status() == Decision.Status.ARCHIVED) {
			throw new StaleEditException("decision " + before.slug() + ", which is archived");
		}
		if (before.status() == Decision.Status.LIVE && !differs(before)) {
			return before;
		}
		before.fourEyes().check(by);
		Decision published = hold(before.with(before.fourEyes().close()), before.name(), before.draft(),
				before.fourEyes().requestedBy(), by);
		this.schedules.end(id, ScheduledPublication.State.CALLED_OFF);
		return published;
	}

	/**
	 * Lets a content hold as the next version; the draft stays what it is.
	 * @param requestedBy who asked another for it under four eyes; null where nobody did
	 */
	Decision hold(Decision before, String name, DecisionContent content, @Nullable String requestedBy, Actor by) {
		Decision published = this.records.save(before.publish(this.clock.instant(), by.name()), "published",
				List.of(new FieldChange("live", (before.live() != null) ? before.live().toString() : null,
						String.valueOf(before.next()))),
				by);
		this.versions.add(published, name, content, requestedBy);
		return published;
	}

	/**
	 * Ends it: from now on only the fallback shows. What was to hold later is called off.
	 */
	@Transactional
	public Decision complete(UUID id, int seen, Actor by) {
		Decision before = this.records.get(id, seen);
		if (before.status() != Decision.Status.LIVE) {
			return before;
		}
		Decision ended = this.records.save(before.complete(this.clock.instant(), by.name()), "completed", List.of(),
				by);
		this.schedules.end(id, ScheduledPublication.State.CALLED_OFF);
		return ended;
	}

	/**
	 * Starts one that ended again: what was published last holds as the next version,
	 * whatever the draft is by now.
	 */
	@Transactional
	public Decision resume(UUID id, int seen, Actor by) {
		Decision before = this.records.get(id, seen);
		if (before.status() != Decision.Status.COMPLETE) {
			return before;
		}
		Version<DecisionContent> last = this.versions.find(id, before.live())
			.orElseThrow(() -> new NotFoundException("the live version of decision " + id));
		Decision resumed = this.records.save(before.publish(this.clock.instant(), by.name()), "resumed",
				List.of(new FieldChange("live", String.valueOf(before.live()), String.valueOf(before.next()))), by);
		this.versions.add(resumed, last.name(), last.content(), last.requestedBy());
		return resumed;
	}

	/** Makes what an earlier version says the draft. */
	@Transactional
	public Decision restore(UUID id, int number, int seen, Actor by) {
		Version<DecisionContent> version = this.versions.find(id, number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of decision " + id));
		return edit(id, seen, version.name(), this.records.get(id, seen).description(), version.content(), by);
	}

	/** Puts one away, with what was to hold later, or takes it out again. */
	@Transactional
	Decision archive(UUID id, boolean away, int seen, Actor by) {
		Decision before = this.records.get(id, seen);
		if ((before.archivedAt() != null) == away) {
			return before;
		}
		Decision moved = this.records.save(before.archive(away, this.clock.instant(), by.name()),
				away ? "archived" : "restored", List.of(), by);
		this.schedules.end(id, ScheduledPublication.State.CALLED_OFF);
		return moved;
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

}
