package dev.sayso.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.Cap;
import dev.sayso.offer.TextTooLong;

/**
 * One choice among the offers of a scope, while it is made.
 */
final class Choosing {

	private static final byte YES = 1;

	private static final byte NO = 2;

	private final LiveDecision decision;

	private final LiveScope scope;

	private final Asking asking;

	private final int items;

	private final Collection<LiveOffer> shown;

	private final @Nullable List<Considered> trace;

	/** Of each criterion whether it is for this person, once that is known. */
	private final byte[] open;

	/** Of each condition that offers ask whether it holds, once that is known. */
	private final byte[] answers;

	/** Whether the guard holds back what is personal. */
	private final boolean guards;

	private final List<Shown> picked;

	/** Of each criterion its formula, once it was asked of this person. */
	private final @Nullable FormulaAsking[] formulas;

	private boolean held;

	Choosing(LiveDecision decision, LiveScope scope, Asking asking, int items, Collection<LiveOffer> shown,
			boolean traced) {
		this.decision = decision;
		this.scope = scope;
		this.asking = asking;
		this.items = items;
		this.shown = shown;
		this.trace = traced ? new ArrayList<>() : null;
		this.open = new byte[scope.criteria()];
		this.answers = new byte[scope.asked().length];
		this.guards = decision.guarded() && !asking.personalizes();
		this.picked = new ArrayList<>(Math.min(items, 8));
		this.formulas = new FormulaAsking[scope.criteria()];
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
		return this.held;
	}

	List<Considered> trace() {
		return (this.trace != null) ? this.trace : List.of();
	}

	private void byPriority(Rung rung) {
		for (Rung.Candidate candidate : rung.candidates()) {
			if (this.picked.size() == this.items && this.trace == null) {
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
			if (mayShow(candidate)) {
				score(candidate, scored);
			}
		}
		scored.sort(Comparator.comparingDouble((Scored one) -> -one.score()));
		for (Scored one : scored) {
			take(one.candidate(), one.score());
		}
	}

	private void score(Rung.Candidate candidate, List<Scored> scored) {
		LiveCriterion criterion = candidate.criterion();
		if (criterion.formula() == null || (criterion.learned() && !this.asking.models())) {
			scored.add(new Scored(candidate, candidate.offer().priority()));
		}
		else {
			try {
				scored.add(new Scored(candidate,
						formula(criterion, criterion.formula()).score(candidate.offer().ranked())));
			}
			catch (FormulaFailed ex) {
				note(candidate, Outcome.FORMULA_FAILED, ex);
			}
		}
	}

	private FormulaAsking formula(LiveCriterion criterion, Formula formula) {
		FormulaAsking asked = this.formulas[criterion.place()];
		if (asked == null) {
			asked = formula.of(this.asking.person(), this.asking.context(), this.asking.at());
			this.formulas[criterion.place()] = asked;
		}
		return asked;
	}

	private boolean mayShow(Rung.Candidate candidate) {
		Outcome against = against(candidate);
		if (against == null) {
			Cap spent = this.asking.counts().spent(candidate.offer());
			if (spent == null) {
				return true;
			}
			note(candidate, Outcome.CAPPED, spent);
		}
		else {
			note(candidate, against, null);
		}
		return false;
	}

	private @Nullable Outcome against(Rung.Candidate candidate) {
		if (candidate.dated() && this.asking.at().isBefore(candidate.offer().begins())) {
			return Outcome.NOT_YET;
		}
		if (candidate.dated() && !this.asking.at().isBefore(candidate.offer().ends())) {
			return Outcome.OVER;
		}
		if (this.guards && candidate.personal()) {
			this.held = true;
			return Outcome.GUARDED;
		}
		if (!isOpen(candidate.criterion())) {
			return (candidate.criterion().eligible() != null) ? Outcome.CRITERION_NOT_ELIGIBLE : Outcome.BROKEN;
		}
		if (candidate.broken()) {
			return Outcome.BROKEN;
		}
		return areYes(candidate.asks()) ? null : Outcome.NOT_ELIGIBLE;
	}

	private boolean isOpen(LiveCriterion criterion) {
		byte known = this.open[criterion.place()];
		if (known == 0) {
			known = (criterion.eligible() != null && criterion.eligible().holds(this.asking.person())) ? YES : NO;
			this.open[criterion.place()] = known;
		}
		return known == YES;
	}

	private boolean areYes(int[] asks) {
		for (int place : asks) {
			byte known = this.answers[place];
			if (known == 0) {
				known = this.scope.asked()[place].holds(this.asking.person()) ? YES : NO;
				this.answers[place] = known;
			}
			if (known == NO) {
				return false;
			}
		}
		return true;
	}

	private void take(Rung.Candidate candidate, double score) {
		LiveOffer offer = candidate.offer();
		Texts.Text text = (candidate.texts() != null) ? candidate.texts().in(this.asking.language()) : null;
		if (text == null || candidate.texts() == null) {
			note(candidate, Outcome.NO_REPRESENTATION, null);
		}
		else if (isShown(offer)) {
			note(candidate, Outcome.SHOWN_ALREADY, score, null);
		}
		else if (this.picked.size() == this.items) {
			note(candidate, Outcome.OUTRANKED, score, null);
		}
		else {
			show(candidate, candidate.texts(), text, score);
		}
	}

	private boolean isShown(LiveOffer offer) {
		return this.shown.stream().anyMatch((one) -> one == offer)
				|| this.picked.stream().anyMatch((one) -> one.offer() == offer);
	}

	private void show(Rung.Candidate candidate, Texts texts, Texts.Text text, double score) {
		try {
			this.picked.add(Shown.of(candidate.offer(), texts, text, this.asking, score));
			note(candidate, Outcome.PICKED, score, null);
		}
		catch (TextTooLong ex) {
			note(candidate, Outcome.CONTENT_FAILED, null);
		}
	}

	private void note(Rung.Candidate candidate, Outcome outcome, @Nullable Object because) {
		note(candidate, outcome, null, because);
	}

	private void note(Rung.Candidate candidate, Outcome outcome, @Nullable Double score, @Nullable Object because) {
		if (this.trace != null) {
			this.trace.add(new Considered(candidate.offer(), candidate.criterion(), outcome, score, because));
		}
	}

}
