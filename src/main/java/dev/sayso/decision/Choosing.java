package dev.sayso.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import dev.sayso.offer.Cap;
import dev.sayso.offer.TextTooLong;

/**
 * One choice among the offers of a scope, while it is made.
 */
final class Choosing {

	private final LiveScope scope;

	private final Asking asking;

	private final int items;

	private final Collection<LiveOffer> shown;

	private final Gate gate;

	private final Scores scores;

	private final Trace trace;

	private final List<Shown> picked;

	Choosing(LiveDecision decision, LiveScope scope, Asking asking, int items, Collection<LiveOffer> shown,
			boolean traced) {
		this.scope = scope;
		this.asking = asking;
		this.items = items;
		this.shown = shown;
		this.gate = new Gate(decision, scope, asking);
		this.scores = new Scores(scope, asking);
		this.trace = new Trace(traced);
		this.picked = new ArrayList<>(Math.min(items, 8));
	}

	/**
	 * The best of them, from the first criteria that have any.
	 */
	List<Shown> pick() {
		for (Rung rung : this.scope.rungs()) {
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

	List<Considered> trace() {
		return this.trace.steps();
	}

	private void byPriority(Rung rung) {
		for (Rung.Candidate candidate : rung.candidates()) {
			if (this.picked.size() == this.items && !this.trace.isWanted()) {
				return;
			}
			if (mayShow(candidate)) {
				take(candidate, candidate.offer().priority());
			}
		}
	}

	/** A candidate and what its criterion ranks it by. */
	private record Scored(Rung.Candidate candidate, double score) {

	}

	private void byScore(Rung rung) {
		List<Scored> scored = new ArrayList<>();
		for (Rung.Candidate candidate : rung.candidates()) {
			try {
				if (mayShow(candidate)) {
					scored.add(new Scored(candidate, this.scores.of(candidate)));
				}
			}
			catch (FormulaFailed ex) {
				this.trace.ruledOut(candidate, Outcome.FORMULA_FAILED, ex);
			}
		}
		scored.sort(Comparator.comparingDouble((Scored one) -> -one.score()));
		scored.forEach((one) -> take(one.candidate(), one.score()));
	}

	private boolean mayShow(Rung.Candidate candidate) {
		Outcome against = this.gate.against(candidate);
		if (against != null) {
			this.trace.ruledOut(candidate, against, null);
			return false;
		}
		Cap spent = this.asking.counts().spent(candidate.offer());
		if (spent != null) {
			this.trace.ruledOut(candidate, Outcome.CAPPED, spent);
		}
		return spent == null;
	}

	private void take(Rung.Candidate candidate, double score) {
		Texts texts = candidate.texts();
		Texts.Text text = (texts != null) ? texts.in(this.asking.language()) : null;
		if (texts == null || text == null) {
			this.trace.ruledOut(candidate, Outcome.NO_REPRESENTATION, null);
		}
		else if (isShown(candidate.offer())) {
			this.trace.ranked(candidate, Outcome.SHOWN_ALREADY, score);
		}
		else if (this.picked.size() == this.items) {
			this.trace.ranked(candidate, Outcome.OUTRANKED, score);
		}
		else {
			show(candidate, texts, text, score);
		}
	}

	private boolean isShown(LiveOffer offer) {
		return this.shown.stream().anyMatch((one) -> one == offer)
				|| this.picked.stream().anyMatch((one) -> one.offer() == offer);
	}

	private void show(Rung.Candidate candidate, Texts texts, Texts.Text text, double score) {
		try {
			this.picked.add(Shown.of(candidate.offer(), texts, text, this.asking, score));
			this.trace.ranked(candidate, Outcome.PICKED, score);
		}
		catch (TextTooLong ex) {
			this.trace.ruledOut(candidate, Outcome.CONTENT_FAILED, null);
		}
	}

}
