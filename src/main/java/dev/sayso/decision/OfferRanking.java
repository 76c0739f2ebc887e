package dev.sayso.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.ScopeResult.TraceEntry;
import dev.sayso.decision.formula.Formula;
import dev.sayso.decision.formula.FormulaEvaluation;
import dev.sayso.decision.formula.FormulaException;
import dev.sayso.offer.Cap;
import dev.sayso.offer.text.TextTooLongException;

/**
 * Ranks the offers of a scope for one person and picks the best, and says of each what
 * became of it where that is wanted.
 */
final class OfferRanking {

	private final LiveScope scope;

	private final DecisionContext context;

	private final int items;

	private final Collection<LiveOffer> shown;

	private final OfferGate gate;

	/** Of each criterion its formula, once it was evaluated for this person. */
	private final @Nullable FormulaEvaluation[] evaluations;

	/** What became of each candidate; null where nobody wants to know. */
	private final @Nullable List<TraceEntry> trace;

	private final List<ChosenOffer> picked;

	/** The furthest that any offer came that was ruled out. */
	private DecisionReason furthest = DecisionReason.NOTHING_ELIGIBLE;

	OfferRanking(LiveDecision decision, LiveScope scope, DecisionContext context, int items,
			Collection<LiveOffer> shown, boolean traced) {
		this.scope = scope;
		this.context = context;
		this.items = items;
		this.shown = shown;
		this.gate = new OfferGate(decision, scope, context);
		this.evaluations = new FormulaEvaluation[scope.criteria().size()];
		this.trace = traced ? new ArrayList<>() : null;
		this.picked = new ArrayList<>(Math.min(items, 8));
	}

	List<ChosenOffer> pick() {
		for (PriorityTier tier : this.scope.tiers()) {
			if (this.picked.size() < this.items) {
				if (tier.scored()) {
					byScore(tier);
				}
				else {
					byPriority(tier);
				}
			}
		}
		return this.picked;
	}

	/** Why nothing was picked: the furthest that any offer came tells most. */
	DecisionReason nothing() {
		return this.furthest;
	}

	List<TraceEntry> trace() {
		return (this.trace != null) ? this.trace : List.of();
	}

	private void byPriority(PriorityTier tier) {
		for (PriorityTier.Candidate candidate : tier.candidates()) {
			if (this.picked.size() == this.items && this.trace == null) {
				return;
			}
			if (isForThem(candidate) && !isCapped(candidate)) {
				take(byPriority(candidate));
			}
		}
	}

	/**
	 * A candidate with what it ranks by.
	 *
	 * @param missing what the formula lacks, so that something else counts; null for
	 * nothing
	 */
	private record Scored(PriorityTier.Candidate candidate, double score, @Nullable FormulaException missing) {

	}

	private void byScore(PriorityTier tier) {
		List<Scored> scored = new ArrayList<>();
		for (PriorityTier.Candidate candidate : tier.candidates()) {
			try {
				Scored ranked = isForThem(candidate) ? score(candidate) : null;
				if (ranked != null && !isCapped(candidate)) {
					scored.add(ranked);
				}
			}
			catch (FormulaException ex) {
				ruledOut(candidate, CandidateOutcome.FORMULA_FAILED, ex);
			}
		}
		scored.sort(Comparator.comparingDouble((Scored candidate) -> -candidate.score()));
		scored.forEach((candidate) -> take(candidate));
	}

	private boolean isForThem(PriorityTier.Candidate candidate) {
		CandidateOutcome against = this.gate.against(candidate);
		if (against == null) {
			against = unsaid(candidate);
		}
		if (against != null) {
			boolean barred = against == CandidateOutcome.GUARDED || against == CandidateOutcome.POLICY;
			ruledOut(candidate, against, barred ? this.gate.policy() : null);
		}
		return against == null;
	}

	private boolean isCapped(PriorityTier.Candidate candidate) {
		Cap spent = this.context.capUsage().spent(candidate.offer());
		if (spent != null) {
			ruledOut(candidate, CandidateOutcome.CAPPED, spent);
		}
		return spent != null;
	}

	private @Nullable CandidateOutcome unsaid(PriorityTier.Candidate candidate) {
		LocalizedTexts texts = candidate.texts();
		if (texts == null) {
			return CandidateOutcome.NO_REPRESENTATION;
		}
		return (texts.in(this.context.language()) != null) ? null : CandidateOutcome.NO_TEXT_IN_LANGUAGE;
	}

	private void take(Scored scored) {
		if (isShown(scored.candidate().offer())) {
			ranked(scored, CandidateOutcome.SHOWN_ALREADY);
		}
		else if (this.picked.size() == this.items) {
			ranked(scored, CandidateOutcome.OUTRANKED);
		}
		else {
			show(scored);
		}
	}

	private boolean isShown(LiveOffer offer) {
		return this.shown.stream().anyMatch((other) -> other == offer)
				|| this.picked.stream().anyMatch((chosen) -> chosen.offer() == offer);
	}

	private void show(Scored scored) {
		LocalizedTexts texts = Objects.requireNonNull(scored.candidate().texts());
		LocalizedTexts.Text text = Objects.requireNonNull(texts.in(this.context.language()));
		try {
			this.picked.add(ChosenOffer.of(scored.candidate().offer(), texts, text, this.context, scored.score()));
			ranked(scored, CandidateOutcome.PICKED);
		}
		catch (TextTooLongException ex) {
			ruledOut(scored.candidate(), CandidateOutcome.CONTENT_FAILED, null);
		}
	}

	/**
	 * How high a candidate ranks: by its priority where there is no formula, or only a
	 * learned one that the person refuses; where a value is missing, as was chosen.
	 * @throws FormulaException when the formula gives no number
	 */
	private Scored score(PriorityTier.Candidate candidate) {
		LiveCriterion criterion = candidate.criterion();
		Formula formula = criterion.formula();
		if (formula == null || (criterion.learned() && !this.context.models())) {
			return byPriority(candidate);
		}
		FormulaEvaluation evaluation = this.evaluations[criterion.place()];
		if (evaluation == null) {
			evaluation = formula.evaluate(this.context.person(), this.context.values(), this.context.at());
			this.evaluations[criterion.place()] = evaluation;
		}
		try {
			return new Scored(candidate, evaluation.score(candidate.offer().ranked()), null);
		}
		catch (FormulaException ex) {
			OptionalDouble instead = ex.isMissing() ? criterion.missing().rank(candidate.offer().priority())
					: OptionalDouble.empty();
			return new Scored(candidate, instead.orElseThrow(() -> ex), ex);
		}
	}

	private static Scored byPriority(PriorityTier.Candidate candidate) {
		return new Scored(candidate, candidate.offer().priority(), null);
	}

	private void ruledOut(PriorityTier.Candidate candidate, CandidateOutcome outcome, @Nullable Object because) {
		if (outcome.reason().compareTo(this.furthest) > 0) {
			this.furthest = outcome.reason();
		}
		trace(candidate, outcome, null, because);
	}

	private void ranked(Scored scored, CandidateOutcome outcome) {
		trace(scored.candidate(), outcome, scored.score(), scored.missing());
	}

	private void trace(PriorityTier.Candidate candidate, CandidateOutcome outcome, @Nullable Double score,
			@Nullable Object because) {
		if (this.trace != null) {
			this.trace.add(new TraceEntry(candidate.offer(), candidate.criterion(), outcome, score, because));
		}
	}

}
