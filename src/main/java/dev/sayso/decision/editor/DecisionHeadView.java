package dev.sayso.decision.editor;

import java.util.List;

import dev.sayso.decision.Decision;
import dev.sayso.decision.LiveDecision;

/**
 * What stands above every step of a decision: where it stands, and how far it came.
 *
 * @param differs whether the draft differs from what was published last
 * @param versions how many were published
 * @param broken what of the version that holds cannot be evaluated any more
 */
record DecisionHeadView(Decision decision, boolean differs, List<Step> steps, int versions,
		List<LiveDecision.BrokenPart> broken) {

	/**
	 * A step of the editor.
	 *
	 * @param done whether there is something to go on with
	 */
	record Step(String key, String href, boolean done, boolean current) {
	}

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
