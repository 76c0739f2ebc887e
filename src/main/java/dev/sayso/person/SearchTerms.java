package dev.sayso.person;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import dev.sayso.shared.TextNormalizer;

/**
 * What somebody typed to find people, in the form in which people are kept to be found:
 * each word has to be part of what they are found by, or the whole is a number.
 *
 * @param words the spellings of each word, of which one suffices
 * @param numbers the telephone number that it may be, and digits of one
 */
public record SearchTerms(List<List<String>> words, List<String> numbers) {

	private static final int MOST = 8;

	public static SearchTerms of(String text, String region) {
		List<List<String>> words = Arrays.stream(text.split("[\\s\\p{Z}]+"))
			.map(SearchTerms::spellings)
			.filter((spellings) -> !spellings.isEmpty())
			.limit(MOST)
			.toList();
		String number = PhoneNumbers.e164(text, region);
		String digits = text.replaceAll("[\\s()./+-]", "").replaceFirst("^0+", "");
		return new SearchTerms(words, words.isEmpty() ? List.of()
				: Stream.of(number, digits.matches("\\d{4,}") ? digits : null).filter(Objects::nonNull).toList());
	}

	/**
	 * A word as it is, and where it may be an address as that is kept. The name of a
	 * domain may end in a dot.
	 */
	private static List<String> spellings(String word) {
		String lower = word.toLowerCase(Locale.ROOT);
		boolean addressed = lower.contains("@") || lower.contains("\uFF20") || lower.contains("xn--");
		String plain = (word.length() > 2) ? word.replaceFirst("[.,;]+$", "") : word;
		return Stream.of(plain, addressed ? EmailAddress.part(word) : plain)
			.map(TextNormalizer::key)
			.filter((spelling) -> !spelling.isEmpty())
			.distinct()
			.toList();
	}

}
