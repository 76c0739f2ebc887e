package dev.sayso.decision.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.Operator;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.decision.review.DecisionFinding.Names;
import dev.sayso.decision.review.DecisionFinding.Weight;

/**
 * Counts for whom a text has a gap: it reads something of them that is not known, and has
 * no other words for it.
 */
record BlankReview(ReviewedDecision subject, DecisionScope scope, ConditionCompiler compiler, PeopleCount people,
		List<DecisionFinding> findings) {

	void review() {
		this.subject.criteria(this.scope)
			.stream()
			.filter((criterion) -> criterion.eligible() != null && !criterion.broken())
			.forEach(this::review);
	}

	private void review(LiveCriterion criterion) {
		Addressees addressees = new Addressees(this.subject, this.compiler);
		List<LiveOffer> offers = criterion.offers()
			.stream()
			.filter((offer) -> offer.eligible() != null && !this.subject.isOutOfTime(offer) && reads(offer).count() > 0)
			.toList();
		if (offers.isEmpty()) {
			return;
		}
		long met = this.people.count(CompiledCondition.of(Quantifier.ANY,
				offers.stream()
					.map((offer) -> addressees.compile(criterion, offer).and(lacking(offer, addressees)))
					.toList()));
		if (met != 0) {
			List<String> names = offers.stream()
				.flatMap(this::reads)
				.flatMap((text) -> text.representation().requiredNames().stream())
				.map((name) -> "profile." + name)
				.distinct()
				.sorted()
				.toList();
			DecisionFinding finding = DecisionFinding.at(Weight.WARNING, "offer-blank", this.scope.placement(),
					criterion.place() + 1, new Names(offers.stream().map(LiveOffer::name).toList()), met,
					new Names(names));
			this.findings.add((offers.size() == 1)
					? finding.about(offers.get(0).slug(), reads(offers.get(0)).findFirst().orElseThrow()) : finding);
		}
	}

	/** Those of whom the text that they read lacks something. */
	private CompiledCondition lacking(LiveOffer offer, Addressees addressees) {
		LocalizedTexts texts = Objects.requireNonNull(offer.texts().get(this.scope.placement()));
		return CompiledCondition.of(Quantifier.ANY,
				reads(offer).map((text) -> addressees.reading(text, texts).and(this.compiler.compile(missing(text))))
					.toList());
	}

	private static Condition missing(LocalizedTexts.Text text) {
		return Condition.any(text.representation()
			.requiredNames()
			.stream()
			.map((name) -> new Comparison(name, Operator.IS_NOT_SET))
			.toArray(Condition[]::new));
	}

	/** Its texts that have no other words for something they read. */
	private Stream<LocalizedTexts.Text> reads(LiveOffer offer) {
		LocalizedTexts texts = offer.texts().get(this.scope.placement());
		return (texts != null)
				? texts.texts().stream().filter((text) -> !text.representation().requiredNames().isEmpty())
				: Stream.of();
	}

}
