package dev.sayso.decision.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.decision.review.DecisionFinding.Fields;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionFinding.Weight;
import dev.sayso.offer.CompiledRepresentation;

/**
 * Finds offers that were written for other fields than a placement has by now: one that
 * has to be filled is not, or what is written in one shows no longer.
 */
record FieldReview(ReviewedDecision subject, DecisionScope scope, List<DecisionFinding> findings) {

	void review() {
		for (LiveCriterion criterion : this.subject.criteria(this.scope)) {
			criterion.offers()
				.forEach((offer) -> review(offer, (code, names) -> DecisionFinding.at(Weight.WARNING, "offer-" + code,
						this.scope.placement(), criterion.place() + 1, offer.name(), names)));
		}
		LiveOffer fallback = this.subject.live().fallback();
		if (fallback != null) {
			review(fallback, (code, names) -> DecisionFinding.in(Weight.WARNING, "fallback-" + code, Step.FALLBACK,
					this.scope.placement(), fallback.name(), names, this.subject.placement(this.scope)));
		}
	}

	private interface Telling {

		DecisionFinding tell(String code, Fields fields);

	}

	private void review(LiveOffer offer, Telling telling) {
		LocalizedTexts texts = offer.texts().get(this.scope.placement());
		if (texts != null) {
			tell("field-missing", offer, texts, CompiledRepresentation::missing, telling);
			tell("field-gone", offer, texts, CompiledRepresentation::homeless, telling);
		}
	}

	private void tell(String code, LiveOffer offer, LocalizedTexts texts,
			Function<CompiledRepresentation, Collection<String>> told, Telling telling) {
		Map<String, Set<String>> fields = new TreeMap<>();
		texts.texts()
			.forEach((text) -> told.apply(text.representation())
				.forEach((field) -> fields.computeIfAbsent(field, (each) -> new TreeSet<>()).add(text.language())));
		texts.texts()
			.stream()
			.filter((text) -> !told.apply(text.representation()).isEmpty())
			.findFirst()
			.ifPresent((text) -> this.findings.add(telling.tell(code, new Fields(fields)).about(offer.slug(), text)));
	}

}
