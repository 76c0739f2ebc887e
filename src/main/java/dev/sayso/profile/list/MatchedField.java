package dev.sayso.profile.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Details;
import dev.sayso.person.PhoneNumbers;
import dev.sayso.person.Profile;
import dev.sayso.person.SearchTerms;
import dev.sayso.shared.TextNormalizer;

/**
 * What somebody was found by other than the name.
 *
 * @param label message key of the field
 */
record MatchedField(String label, String value) {

	/** The first field with a word that the name has not; null where the name has all. */
	static @Nullable MatchedField of(Profile person, String typed, SearchTerms terms) {
		if (typed.toLowerCase(Locale.ROOT).equals(person.id().toString())) {
			return new MatchedField("id", person.id().toString());
		}
		String name = TextNormalizer.text(person.name());
		List<List<String>> missing = terms.words().stream().filter((word) -> !isIn(name, word)).toList();
		return missing.isEmpty() ? null
				: all(person).stream()
					.filter((field) -> field.has(missing.get(0), terms.numbers()))
					.findFirst()
					.map(MatchedField::shown)
					.orElse(null);
	}

	private static List<MatchedField> all(Profile person) {
		Details details = person.details();
		List<MatchedField> fields = new ArrayList<>();
		add(fields, "email", person.keys().emailKey());
		add(fields, "externalId", details.externalId());
		add(fields, "mobile", details.mobile());
		add(fields, "phone", details.phone());
		add(fields, "street", details.street());
		add(fields, "postalCode", details.postalCode());
		add(fields, "city", details.city());
		return fields;
	}

	private static void add(List<MatchedField> fields, String name, @Nullable String value) {
		if (value != null) {
			fields.add(new MatchedField("profile.field." + name, value));
		}
	}

	private boolean isNumber() {
		return this.label.equals("profile.field.mobile") || this.label.equals("profile.field.phone");
	}

	private boolean has(List<String> word, List<String> numbers) {
		return (isNumber() && !numbers.isEmpty()) ? isIn(this.value, numbers)
				: isIn(TextNormalizer.text(this.value), word);
	}

	private static boolean isIn(String text, List<String> spellings) {
		return spellings.stream().anyMatch(text::contains);
	}

	private MatchedField shown() {
		return isNumber() ? new MatchedField(this.label, PhoneNumbers.international(this.value)) : this;
	}

}
