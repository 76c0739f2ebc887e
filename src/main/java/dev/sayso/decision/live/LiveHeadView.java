package dev.sayso.decision.live;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.editor.DraftAddress;
import dev.sayso.decision.editor.ScheduleView;
import dev.sayso.decision.editor.StatusView;
import dev.sayso.offer.Validity;
import dev.sayso.store.Version;

/**
 * What stands above every page of a published decision: since when it is live and by
 * whom, and what holds.
 *
 * @param version what was published last
 * @param time where its validity stands
 * @param differs whether the draft differs from it
 * @param placements its placements, in their order
 * @param broken what of it cannot be evaluated any more
 * @param schedule what is to be published later, or was to be; null for nothing
 */
record LiveHeadView(Decision decision, Version<DecisionContent> version, Validity.Time time, boolean differs,
		List<Named> placements, List<LiveDecision.BrokenPart> broken, @Nullable ScheduleView schedule) {

	/** A thing by its key. */
	record Named(String slug, String name) {
	}

	public StatusView chip() {
		return StatusView.of(this.decision.status());
	}

	public boolean isLive() {
		return this.decision.status() == Decision.Status.LIVE;
	}

	public boolean isComplete() {
		return this.decision.status() == Decision.Status.COMPLETE;
	}

	public boolean isArchived() {
		return this.decision.status() == Decision.Status.ARCHIVED;
	}

	public Validity validity() {
		return this.version.content().validity();
	}

	public boolean isUpcoming() {
		return isLive() && this.time == Validity.Time.UPCOMING;
	}

	public boolean isOver() {
		return isLive() && this.time == Validity.Time.OVER;
	}

	public int next() {
		return this.decision.next();
	}

	public String href() {
		return "/decisions/" + this.decision.slug();
	}

	public String draft() {
		return DraftAddress.of(this.decision);
	}

}
