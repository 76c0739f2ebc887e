package dev.sayso.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import dev.sayso.decision.formula.FormulaException;
import dev.sayso.offer.Cap;
import dev.sayso.offer.text.TextTooLongException;

/**
 * One choice among the offers of a scope, while it is made.
 */
final class OfferRanking {

	private final LiveScope scope;

	private final DecisionContext asking;

	private final int items;

	private final Collection<LiveOffer> shown;

	private final OfferGate gate;

	private final Scores scores;

	private final Trace trace;

	private final List<ChosenOffer> picked;

	OfferRanking(LiveDecision decision, LiveScope scope, DecisionContext asking, int items, Collection<LiveOffer> shown,
			boolean traced) {
		this.scope = scope;
		this.asking = asking;
		this.items = items;
		this.shown = shown;
		this.gate = new OfferGate(decision, scope, asking);
		this.scores = new Scores(scope, asking);
		this.trace = new Trace(traced);
		this.picked = new ArrayList<>(Math.min(items, 8));
	}

	/**
	 * The best of them, from the first criteria that have any.
	 */
	List<ChosenOffer> pick() {
		for (PriorityTier rung : this.scope.rungs()) {
			if (this.picked.size() < this.items) {
				if (rung.scored()) {
					byScore(rung);
				}
				else {
					byPriority(rung);
				}
			}
		}
		return this.picked;
	}

	/**
	 * Whether the guard held something back.
	 */
	boolean held() {
		return this.gate.held();
	}

	List<TraceEntry> trace() {
		return this.trace.steps();
	}

	private void byPriority(PriorityTier rung) {
		for (PriorityTier.Candidate candidate : rung.candidates()) {
			if (this.picked.size() == this.items && !this.trace.isWanted()) {
				return;
			}
			if (mayShow(candidate)) {
				take(candidate, candidate.offer().priority());
			}
		}
	}

	/** A candidate and what its criterion ranks it by. */
	private record Scored(PriorityTier.Candidate candidate, double score) {

	}

	private void byScore(PriorityTier rung) {
		List<Scored> scored = new ArrayList<>();
		for (PriorityTier.Candidate candidate : rung.candidates()) {
			try {
				if (mayShow(candidate)) {
					scored.add(new Scored(candidate, this.scores.of(candidate)));
				}
			}
			catch (FormulaException ex) {
				this.trace.ruledOut(candidate, CandidateOutcome.FORMULA_FAILED, ex);
			}
		}
		scored.sort(Comparator.comparingDouble((Scored one) -> -one.score()));
		scored.forEach((one) -> take(one.candidate(), one.score()));
	}

	private boolean mayShow(PriorityTier.Candidate candidate) {
		CandidateOutcome against = this.gate.against(candidate);
		if (against != null) {
			this.trace.ruledOut(candidate, against, null);
			return false;
		}
		Cap spent = this.asking.counts().spent(candidate.offer());
		if (spent != null) {
			this.trace.ruledOut(candidate, CandidateOutcome.CAPPED, spent);
		}
		return spent == null;
	}

	private void take(PriorityTier.Candidate candidate, double score) {
		LocalizedTexts texts = candidate.texts();
		LocalizedTexts.Text text = (texts != null) ? texts.in(this.asking.language()) : null;
		if (texts == null || text == null) {
			this.trace.ruledOut(candidate, CandidateOutcome.NO_REPRESENTATION, null);
		}
		else if (isShown(candidate.offer())) {
			this.trace.ranked(candidate, CandidateOutcome.SHOWN_ALREADY, score);
		}
		else if (this.picked.size() == this.items) {
			this.trace.ranked(candidate, CandidateOutcome.OUTRANKED, score);
		}
		else {
			show(candidate, texts, text, score);
		}
	}

	private boolean isShown(LiveOffer offer) {
		return this.shown.stream().anyMatch((one) -> one == offer)
				|| this.picked.stream().anyMatch((one) -> one.offer() == offer);
	}

	private void show(PriorityTier.Candidate candidate, LocalizedTexts texts, LocalizedTexts.Text text, double score) {
		try {
			this.picked.add(ChosenOffer.of(candidate.offer(), texts, text, this.asking, score));
			this.trace.ranked(candidate, CandidateOutcome.PICKED, score);
		}
		catch (TextTooLongException ex) {
			this.trace.ruledOut(candidate, CandidateOutcome.CONTENT_FAILED, null);
		}
	}

}
