package dev.sayso.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.Representation;
import dev.sayso.offer.collection.Collection;

/**
 * Decides as the rules are read: slowly, one after the other, over what was stored.
 */
final class ObviousEngine {

	private final RandomCatalogue catalogue;

	private final OraclePerson person;

	private final Map<String, Object> context;

	private DecisionReason furthest = DecisionReason.NOTHING_ELIGIBLE;

	ObviousEngine(RandomCatalogue catalogue, OraclePerson person, Map<String, Object> context) {
		this.catalogue = catalogue;
		this.person = person;
		this.context = context;
	}

	/** What is expected to show on one placement. */
	record Expected(List<String> offers, String fallback, DecisionReason reason) {

	}

	private record Entry(ApprovedOffer offer, Criterion criterion, double score) {

	}

	List<Expected> decide() {
		List<String> shown = new ArrayList<>();
		List<Expected> all = new ArrayList<>();
		for (DecisionScope scope : this.catalogue.decision.scopes()) {
			Expected one = decide(scope, this.catalogue.decision.repeats() ? List.of() : List.copyOf(shown));
			shown.addAll(one.offers());
			all.add(one);
		}
		return all;
	}

	private Expected decide(DecisionScope scope, List<String> shown) {
		if (!this.catalogue.decision.validity().holds(RandomCatalogue.NOW)) {
			return new Expected(List.of(), fallback(scope), DecisionReason.NOT_LIVE);
		}
		this.furthest = DecisionReason.NOTHING_ELIGIBLE;
		int items = this.catalogue.placements.stream()
			.filter((one) -> one.slug().equals(scope.placement()))
			.findFirst()
			.orElseThrow()
			.items();
		List<String> picked = new ArrayList<>();
		for (int order : scope.criteria().stream().mapToInt(Criterion::order).sorted().distinct().toArray()) {
			for (Entry entry : (picked.size() < items) ? best(scope, order) : List.<Entry>of()) {
				String slug = entry.offer().slug();
				if (picked.size() < items && !picked.contains(slug) && !shown.contains(slug)) {
					picked.add(slug);
				}
			}
		}
		if (!picked.isEmpty()) {
			return new Expected(picked, "", DecisionReason.PICKED);
		}
		return new Expected(List.of(), fallback(scope), this.furthest);
	}

	private List<Entry> best(DecisionScope scope, int order) {
		List<Entry> entries = new ArrayList<>();
		for (Criterion criterion : scope.criteria()) {
			if (criterion.order() == order) {
				offers(criterion).filter((offer) -> may(offer, criterion))
					.filter((offer) -> speaks(offer, scope.placement()))
					.forEach((offer) -> {
						OptionalDouble score = score(offer, criterion);
						if (came(score.isEmpty(), DecisionReason.FORMULA_FAILED)
								&& came(this.catalogue.spent.get(offer.offer()), DecisionReason.CAPPED)) {
							entries.add(new Entry(offer, criterion, score.getAsDouble()));
						}
					});
			}
		}
		entries.sort(Comparator.comparingDouble((Entry entry) -> -entry.score())
			.thenComparingInt((entry) -> -entry.offer().content().priority()));
		return entries;
	}

	private Stream<ApprovedOffer> offers(Criterion criterion) {
		return criterion.collection().isEmpty() ? named(criterion.offers()).filter((offer) -> !offer.fallback())
				: offers(criterion.collection());
	}

	private Stream<ApprovedOffer> named(List<String> slugs) {
		return slugs.stream()
			.map((named) -> this.catalogue.offers.stream()
				.filter((offer) -> offer.slug().equals(named))
				.findFirst()
				.orElse(null))
			.filter(Objects::nonNull);
	}

	private Stream<ApprovedOffer> offers(String slug) {
		Optional<Collection> found = this.catalogue.collections.stream()
			.filter((one) -> one.slug().equals(slug))
			.findFirst();
		if (found.isEmpty()) {
			return Stream.of();
		}
		Collection.Content content = found.get().content();
		Stream<ApprovedOffer> offers = content.isDynamic() ? this.catalogue.offers.stream()
			.filter((offer) -> content.every() ? offer.content().qualifiers().containsAll(content.qualifiers())
					: content.qualifiers().stream().anyMatch(offer.content().qualifiers()::contains))
			.sorted(Comparator.comparing((ApprovedOffer offer) -> -offer.content().priority())
				.thenComparing(ApprovedOffer::slug)) : named(content.offers());
		return offers.filter((offer) -> !offer.fallback());
	}

	private boolean may(ApprovedOffer offer, Criterion criterion) {
		boolean held = this.catalogue.decision.unguarded().isEmpty() && !this.person.personalizes()
				&& (isPersonal(offer) || isPersonal(criterion));
		boolean meant = !criterion.formula().equals("context.boost +")
				&& ConditionCase.of(criterion.eligibility()).holds().test(this.person)
				&& ConditionCase.of(offer.content().eligibility()).holds().test(this.person);
		return came(held, DecisionReason.PERSONALIZATION_REFUSED) && came(!meant, DecisionReason.NOT_FOR_THEM)
				&& came(!offer.content().validity().holds(RandomCatalogue.NOW), DecisionReason.OUTSIDE_DATES);
	}

	/** Whether an offer goes on, or stops at a check as the furthest so far. */
	private boolean came(boolean fails, DecisionReason check) {
		if (fails && this.furthest.compareTo(check) < 0) {
			this.furthest = check;
		}
		return !fails;
	}

	private static boolean isPersonal(ApprovedOffer offer) {
		return offer.content().personal() || ConditionCase.of(offer.content().eligibility()).personal()
				|| offer.content()
					.representations()
					.stream()
					.anyMatch((one) -> one.written().anyMatch((text) -> text.contains("{{profile.")));
	}

	private static boolean isPersonal(Criterion criterion) {
		return ConditionCase.of(criterion.eligibility()).personal()
				|| (!criterion.formula().isEmpty() && FormulaCase.of(criterion.formula()).personal());
	}

	private OptionalDouble score(ApprovedOffer offer, Criterion criterion) {
		if (criterion.formula().equals("context.boost +")) {
			return OptionalDouble.empty();
		}
		if (criterion.formula().isEmpty() || (criterion.learned() && !this.person.models())) {
			return OptionalDouble.of(offer.content().priority());
		}
		OptionalDouble worked = FormulaCase.of(criterion.formula()).worked().of(offer, this.person, this.context);
		if (worked.isPresent()) {
			return worked;
		}
		return switch (criterion.missing().written()) {
			case "out" -> worked;
			case "priority" -> OptionalDouble.of(offer.content().priority());
			default -> OptionalDouble.of(Double.parseDouble(criterion.missing().written()));
		};
	}

	private boolean speaks(ApprovedOffer offer, String placement) {
		boolean written = offer.content()
			.representations()
			.stream()
			.anyMatch((said) -> said.placement().equals(placement));
		return written && came(says(offer, placement).isEmpty(), DecisionReason.NO_TEXT_IN_LANGUAGE);
	}

	private Optional<Representation> says(ApprovedOffer offer, String placement) {
		String language = this.person.language();
		return Stream.of(language, language.split("-")[0], "main")
			.flatMap((one) -> offer.content()
				.representations()
				.stream()
				.filter((said) -> said.placement().equals(placement))
				.filter((said) -> one.equals("main") ? said.main() || said.language().isEmpty()
						: said.language().equals(one)))
			.findFirst();
	}

	private String fallback(DecisionScope scope) {
		boolean says = this.catalogue.offers.stream()
			.filter(ApprovedOffer::fallback)
			.anyMatch((offer) -> offer.content()
				.representations()
				.stream()
				.anyMatch((said) -> said.placement().equals(scope.placement())));
		return says ? this.catalogue.decision.fallback() : "";
	}

}
