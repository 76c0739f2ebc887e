package dev.sayso.decision.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.decision.PriorityTier.Candidate;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionFinding.Weight;

/**
 * Counts those for whom there are offers, but none that says anything in a language they
 * read.
 */
record LanguageReview(ReviewedDecision subject, DecisionScope scope, ConditionCompiler compiler, PeopleCount people,
		List<DecisionFinding> findings) {

	void review() {
		fallback();
		LiveScope live = this.subject.live().scopes().get(this.scope.placement());
		List<Candidate> candidates = (live == null) ? List.of()
				: live.tiers().stream().flatMap((tier) -> Stream.of(tier.candidates())).filter(this::mayShow).toList();
		if (candidates.stream().allMatch((candidate) -> texts(candidate).speaksToAnybody())) {
			return;
		}
		long silent = count(candidates);
		if (silent != 0) {
			this.findings.add(DecisionFinding.in(Weight.WARNING, "scope-language", Step.CRITERIA,
					this.scope.placement(), this.subject.placement(this.scope), silent));
		}
	}

	/** A fallback shows to everybody, in whatever language it has. */
	private void fallback() {
		LiveOffer fallback = this.subject.live().fallback();
		LocalizedTexts said = (fallback != null) ? fallback.texts().get(this.scope.placement()) : null;
		if (fallback == null || said == null || said.speaksToAnybody()) {
			return;
		}
		long strangers = this.people.count(this.compiler.compile(Condition.none(Addressees.reading(said.languages()))));
		if (strangers != 0) {
			this.findings.add(DecisionFinding
				.in(Weight.WARNING, "fallback-readers", Step.FALLBACK, this.scope.placement(), fallback.name(),
						this.subject.placement(this.scope), strangers, new FallbackReview.Languages(said.languages()))
				.about(fallback.slug()));
		}
	}

	private boolean mayShow(Candidate candidate) {
		LiveOffer offer = candidate.offer();
		return candidate.texts() != null && !candidate.broken() && candidate.criterion().eligible() != null
				&& !this.subject.isOutOfTime(offer);
	}

	/** How many they are; -1 where they were not counted. */
	private long count(List<Candidate> candidates) {
		Set<Reach> reaches = new LinkedHashSet<>();
		candidates.forEach((candidate) -> reaches.add(reach(candidate)));
		List<CompiledCondition> meant = new ArrayList<>();
		List<CompiledCondition> reading = new ArrayList<>();
		reaches.forEach((reach) -> {
			CompiledCondition everybody = reach.compile(this.compiler);
			meant.add(everybody);
			reading.add(reach.anybody() ? everybody
					: everybody.and(this.compiler.compile(Addressees.reading(reach.languages()))));
		});
		CompiledCondition silent = CompiledCondition.of(Quantifier.ANY, meant)
			.and(CompiledCondition.of(Quantifier.NONE, reading));
		return this.people.count(silent);
	}

	/**
	 * Whom an offer is for, and who can read it.
	 *
	 * @param conditions what all has to hold
	 */
	private record Reach(List<Condition> conditions, Set<String> languages, boolean anybody) {

		private CompiledCondition compile(ConditionCompiler compiler) {
			return CompiledCondition.of(Quantifier.ALL, this.conditions.stream().map(compiler::compile).toList());
		}

	}

	private Reach reach(Candidate candidate) {
		List<Condition> conditions = new ArrayList<>(
				List.of(candidate.criterion().condition(), candidate.offer().condition()));
		if (this.subject.live().guarded() && candidate.personal()) {
			conditions.add(PeopleCount.CONSENT);
		}
		return new Reach(conditions, texts(candidate).languages(), texts(candidate).speaksToAnybody());
	}

	private static LocalizedTexts texts(Candidate candidate) {
		return Objects.requireNonNull(candidate.texts());
	}

}
