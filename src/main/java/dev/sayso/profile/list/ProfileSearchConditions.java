package dev.sayso.profile.list;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.SearchTerms;

/**
 * Turns what was typed into a search into a condition.
 */
@Component
class ProfileSearchConditions {

	private final DetailsDrafts drafts;

	ProfileSearchConditions(DetailsDrafts drafts) {
		this.drafts = drafts;
	}

	/**
	 * Every word has to be part of a name or an address, in any order; or the whole is a
	 * number.
	 */
	Condition create(String q) {
		SearchTerms terms = SearchTerms.of(q, this.drafts.region());
		Condition words = Condition
			.all(terms.words().stream().map((spellings) -> anyOf(contain(spellings))).toArray(Condition[]::new));
		Condition[] numbers = contain(terms.numbers());
		return (numbers.length == 0) ? words
				: Condition.any(Stream.concat(Stream.of(words), Stream.of(numbers)).toArray(Condition[]::new));
	}

	private static Condition anyOf(Condition[] some) {
		return (some.length == 1) ? some[0] : Condition.any(some);
	}

	private static Condition[] contain(List<String> parts) {
		return parts.stream()
			.map((part) -> new Comparison("search", Operator.CONTAINS, part))
			.toArray(Condition[]::new);
	}

}
