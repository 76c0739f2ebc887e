package dev.sayso.decision;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.Verdict;

/**
 * Tells of each candidate for a scope what stands against it; works out each condition
 * once, and only when it is asked.
 */
final class OfferGate {

	private static final byte YES = 1;

	private static final byte NO = 2;

	private final LiveScope scope;

	private final DecisionContext context;

	private final LiveDecision decision;

	/** What holds back what is personal, once that is known. */
	private @Nullable Barrier personal;

	/** Of each criterion whether it is for this person, once that is known. */
	private final byte[] open;

	/** Of each condition that offers ask whether it holds, once that is known. */
	private final byte[] answers;

	/**
	 * What stands against offers that read who somebody is.
	 *
	 * @param outcome null where nothing does
	 * @param policy the policy that does; null where none does
	 */
	private record Barrier(@Nullable CandidateOutcome outcome, Verdict.@Nullable Reason policy) {

	}

	OfferGate(LiveDecision decision, LiveScope scope, DecisionContext context) {
		this.scope = scope;
		this.context = context;
		this.decision = decision;
		this.open = new byte[scope.criteria().size()];
		this.answers = new byte[scope.conditions().length];
	}

	@Nullable CandidateOutcome against(PriorityTier.Candidate candidate) {
		CandidateOutcome barred = candidate.personal() ? barrier().outcome() : null;
		if (barred != null) {
			return barred;
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

	/** The policy that held back what is personal; null where none did. */
	Verdict.@Nullable Reason policy() {
		return (this.personal != null) ? this.personal.policy() : null;
	}

	private Barrier barrier() {
		Barrier known = this.personal;
		if (known == null) {
			known = judge();
			this.personal = known;
		}
		return known;
	}

	private Barrier judge() {
		if (this.decision.guarded() && !this.context.personalizes()) {
			return new Barrier(CandidateOutcome.GUARDED, null);
		}
		Verdict.Reason against = against(Question.PERSONALIZATION);
		if (against != null) {
			return new Barrier(CandidateOutcome.GUARDED, against);
		}
		for (String action : this.decision.actions()) {
			against = against(action);
			if (against != null) {
				return new Barrier(CandidateOutcome.POLICY, against);
			}
		}
		return new Barrier(null, null);
	}

	private Verdict.@Nullable Reason against(String action) {
		return this.decision.policies()
			.against(this.context.person(), action, this.scope.placement().on().channel().orElse(null))
			.orElse(null);
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
