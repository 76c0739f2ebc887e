package dev.sayso.decision;

import org.jspecify.annotations.Nullable;

/**
 * Tells of each candidate for a scope what stands against it; works out each condition
 * once, and only when it is asked.
 */
final class OfferGate {

	private static final byte YES = 1;

	private static final byte NO = 2;

	private final LiveScope scope;

	private final DecisionContext context;

	/** Whether the guard holds back what is personal. */
	private final boolean guards;

	/** Of each criterion whether it is for this person, once that is known. */
	private final byte[] open;

	/** Of each condition that offers ask whether it holds, once that is known. */
	private final byte[] answers;

	OfferGate(LiveDecision decision, LiveScope scope, DecisionContext context) {
		this.scope = scope;
		this.context = context;
		this.guards = decision.guarded() && !context.personalizes();
		this.open = new byte[scope.criteria().size()];
		this.answers = new byte[scope.conditions().length];
	}

	@Nullable CandidateOutcome against(PriorityTier.Candidate candidate) {
		if (this.guards && candidate.personal()) {
			return CandidateOutcome.GUARDED;
		}
		if (!isOpen(candidate.criterion())) {
			return (candidate.criterion().eligible() != null) ? CandidateOutcome.CRITERION_NOT_ELIGIBLE
					: CandidateOutcome.BROKEN;
		}
		if (candidate.broken()) {
			return CandidateOutcome.BROKEN;
		}
		return areYes(candidate.conditions()) ? outsideDates(candidate) : CandidateOutcome.NOT_ELIGIBLE;
	}

	private @Nullable CandidateOutcome outsideDates(PriorityTier.Candidate candidate) {
		if (candidate.dated() && this.context.at().isBefore(candidate.offer().begins())) {
			return CandidateOutcome.NOT_YET;
		}
		return (candidate.dated() && !this.context.at().isBefore(candidate.offer().ends())) ? CandidateOutcome.OVER
				: null;
	}

	private boolean isOpen(LiveCriterion criterion) {
		byte known = this.open[criterion.place()];
		if (known == 0) {
			known = (criterion.eligible() != null && criterion.eligible().holds(this.context.person())) ? YES : NO;
			this.open[criterion.place()] = known;
		}
		return known == YES;
	}

	private boolean areYes(int[] conditions) {
		for (int place : conditions) {
			byte known = this.answers[place];
			if (known == 0) {
				known = this.scope.conditions()[place].holds(this.context.person()) ? YES : NO;
				this.answers[place] = known;
			}
			if (known == NO) {
				return false;
			}
		}
		return true;
	}

}
