package dev.sayso.profile.list;

import java.util.Arrays;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.PhoneNumbers;
import dev.sayso.shared.TextNormalizer;

/**
 * Turns what was typed into a search into a condition.
 */
@Component
class ProfileSearchConditions {

	/** How many words of a search count. */
	private static final int WORDS = 8;

	private final DetailsDrafts drafts;

	ProfileSearchConditions(DetailsDrafts drafts) {
		this.drafts = drafts;
	}

	/**
	 * Every word has to be part of a name or an address, in any order; or the whole is a
	 * number.
	 */
	Condition of(String q) {
		Condition words = Condition.all(contain(Arrays.stream(TextNormalizer.text(q).split(" ")).limit(WORDS)));
		Condition[] numbers = words.isEverybody() ? new Condition[0] : contain(numbers(q));
		return (numbers.length == 0) ? words
				: Condition.any(Stream.concat(Stream.of(words), Stream.of(numbers)).toArray(Condition[]::new));
	}

	/**
	 * The telephone number it may be, and the digits it may be.
	 */
	private Stream<String> numbers(String q) {
		String number = PhoneNumbers.e164(q, this.drafts.region());
		String digits = q.replaceAll("[\\s()./+-]", "").replaceFirst("^0+", "");
		return Stream.of((number != null) ? number : "", digits.matches("\\d{4,}") ? digits : "");
	}

	private static Condition[] contain(Stream<String> parts) {
		return parts.filter((part) -> !part.isEmpty())
			.map((part) -> new Comparison("search", Operator.CONTAINS, TextNormalizer.key(part)))
			.toArray(Condition[]::new);
	}

}
