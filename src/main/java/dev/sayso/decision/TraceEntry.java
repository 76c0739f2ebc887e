package dev.sayso.decision;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a trace: one offer under one criterion, and what became of it.
 *
 * @param score what it is ranked by; null where it did not come to that
 * @param because what stood against it, where the outcome does not say it all: the cap,
 * or what failed; of one that may show, what its formula lacked
 */
public record TraceEntry(LiveOffer offer, LiveCriterion criterion, CandidateOutcome outcome, @Nullable Double score,
		@Nullable Object because) {

}
