package dev.sayso.decision.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.Decision;
import dev.sayso.decision.LiveDecision;

/**
 * What stands above every page of a decision: where it stands.
 *
 * @param differs whether the draft differs from what was published last
 * @param versions how many were published
 * @param broken what of the version that holds cannot be evaluated any more
 * @param schedule what is to be published later, or was to be; null for nothing
 */
record DecisionHeadView(Decision decision, boolean differs, int versions, List<LiveDecision.BrokenPart> broken,
		@Nullable ScheduleView schedule) {

	public StatusView chip() {
		return StatusView.of(this.decision.status());
	}

	/** Whether there is a draft beside something that was published. */
	public boolean isChanged() {
		return this.differs && this.decision.live() != null;
	}

	public boolean isArchived() {
		return this.decision.status() == Decision.Status.ARCHIVED;
	}

	public boolean isLive() {
		return this.decision.status() == Decision.Status.LIVE;
	}

	public boolean isComplete() {
		return this.decision.status() == Decision.Status.COMPLETE;
	}

	public int next() {
		return this.decision.next();
	}

	public String href() {
		return "/decisions/" + this.decision.slug();
	}

}
