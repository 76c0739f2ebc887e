package dev.sayso.decision.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.Operator;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.offer.Representation;

/**
 * Those whom an offer is for and who read what it says, as conditions.
 */
record Addressees(ReviewedDecision subject, ConditionCompiler compiler) {

	/** Whom an offer is for by a criterion; both can be asked. */
	CompiledCondition compile(LiveCriterion criterion, LiveOffer offer) {
		CompiledCondition both = Objects.requireNonNull(criterion.eligible())
			.and(Objects.requireNonNull(offer.eligible()));
		boolean guards = this.subject.live().guarded() && (offer.personal() || criterion.personal());
		return guards ? both.and(this.compiler.compile(PeopleCount.CONSENT)) : both;
	}

	/** Who reads this one of all texts, as these find it. */
	CompiledCondition reading(LocalizedTexts.Text text, LocalizedTexts texts) {
		Set<String> languages = texts.languages();
		languages.remove(Representation.ANY);
		String own = text.language().toLowerCase(Locale.ROOT);
		List<CompiledCondition> ways = new ArrayList<>();
		if (!own.isEmpty()) {
			ways.add(this.compiler.compile(reading(own))
				.and(none(languages.stream().filter((other) -> other.startsWith(own + "-")).toList())));
		}
		if (text.main()) {
			ways.add(none(languages));
		}
		return CompiledCondition.of(Quantifier.ANY, ways);
	}

	private CompiledCondition none(Collection<String> languages) {
		return CompiledCondition.of(Quantifier.NONE,
				languages.stream().map(Addressees::reading).map(this.compiler::compile).toList());
	}

	/** Who reads one of some languages. */
	static Condition reading(Set<String> languages) {
		return Condition.any(languages.stream().map(Addressees::reading).toArray(Condition[]::new));
	}

	/** One without a region is read by those of each. */
	private static Condition reading(String language) {
		String tag = Locale.forLanguageTag(language).toLanguageTag();
		return new Comparison("language", Operator.IS, List.of(tag), tag.contains("-"));
	}

}
