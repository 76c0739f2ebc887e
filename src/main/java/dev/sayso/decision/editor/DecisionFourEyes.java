package dev.sayso.decision.editor;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.shared.Actor;
import dev.sayso.store.FourEyes;

/**
 * Whether a decision is published by another than who changed it last, and what is asked
 * of that other.
 */
@Component
public class DecisionFourEyes {

	private final DecisionManagement management;

	private final RecordedDecisions records;

	private final ScheduledPublications schedules;

	private final Clock clock;

	DecisionFourEyes(DecisionManagement management, RecordedDecisions records, ScheduledPublications schedules,
			Clock clock) {
		this.management = management;
		this.records = records;
		this.schedules = schedules;
		this.clock = clock;
	}

	/** Asks another to publish the draft as it stands. */
	@Transactional
	public Decision request(UUID id, int seen, Actor by) {
		Decision decision = this.records.get(id, seen);
		return save(decision, decision.fourEyes().request(by, this.clock.instant()), "requested", by);
	}

	/**
	 * Lets it be published by another than its last editor alone; what that editor had
	 * scheduled by themself is called off.
	 */
	@Transactional
	public Decision require(UUID id, int seen, Actor by) {
		Decision decision = this.records.get(id, seen);
		if (this.schedules.find(id).filter((waits) -> !waits.fourEyes()).isPresent()) {
			this.schedules.end(id, ScheduledPublication.State.CALLED_OFF);
		}
		return save(decision, decision.fourEyes().require(), "edited", by);
	}

	/** Asks that it need no four eyes, or agrees with another who asked. */
	@Transactional
	public Decision release(UUID id, int seen, Actor by) {
		Decision decision = this.records.get(id, seen);
		return save(decision, decision.fourEyes().release(by, this.clock.instant()), "edited", by);
	}

	/**
	 * Saves an edit of the draft, and with it whether four eyes are to be required; that
	 * they are not takes another who agrees.
	 * @param edited the decision as it was typed
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code seen}
	 */
	@Transactional
	public Decision edit(Decision edited, int seen, boolean required, Actor by) {
		Decision saved = this.management.edit(edited.id(), seen, edited.name(), edited.description(), edited.draft(),
				by);
		if (saved.fourEyes().required() == required) {
			return saved;
		}
		int version = Objects.requireNonNull(saved.version());
		return required ? require(saved.id(), version, by) : release(saved.id(), version, by);
	}

	private Decision save(Decision decision, FourEyes eyes, String action, Actor by) {
		return eyes.equals(decision.fourEyes()) ? decision : this.records.save(decision.with(eyes), action,
				FieldChange.between(decision.fourEyes().fields(), eyes.fields()), by);
	}

}
