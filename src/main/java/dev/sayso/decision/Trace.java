package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes note of what became of each candidate, where somebody wants to know.
 */
final class Trace {

	private final @Nullable List<TraceEntry> steps;

	Trace(boolean wanted) {
		this.steps = wanted ? new ArrayList<>() : null;
	}

	boolean isWanted() {
		return this.steps != null;
	}

	List<TraceEntry> steps() {
		return (this.steps != null) ? this.steps : List.of();
	}

	void ruledOut(PriorityTier.Candidate candidate, CandidateOutcome outcome, @Nullable Object because) {
		add(candidate, outcome, null, because);
	}

	void ranked(PriorityTier.Candidate candidate, CandidateOutcome outcome, double score) {
		add(candidate, outcome, score, null);
	}

	private void add(PriorityTier.Candidate candidate, CandidateOutcome outcome, @Nullable Double score,
			@Nullable Object because) {
		if (this.steps != null) {
			this.steps.add(new TraceEntry(candidate.offer(), candidate.criterion(), outcome, score, because));
		}
	}

}
