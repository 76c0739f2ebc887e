package dev.sayso.landing.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.sayso.person.Details;
import dev.sayso.person.DetailsDrafts;

/**
 * Addresses as visitors type them: each in the field of the other, or several in one.
 */
public final class TypedAddresses {

	/** How many addresses one field may have. */
	private static final int MOST = 10;

	private static final Pattern EMAILS = Pattern.compile("[^\\s,;:<>()\"|@]+@[^\\s,;:<>()\"|@]+");

	private static final Pattern BETWEEN_NUMBERS = Pattern.compile("\\s*[,;|&\\n]\\s*|\\s+(?=\\+)");

	private final DetailsDrafts drafts;

	public TypedAddresses(DetailsDrafts drafts) {
		this.drafts = drafts;
	}

	/**
	 * The e-mail address in the field for a number, and the number in the field for an
	 * e-mail address, as far as nothing better was typed.
	 */
	public Details misplaced(Map<String, String> texts, Details typed) {
		Map<String, String> exchanged = new HashMap<>();
		if (typed.email() == null) {
			exchanged.put("email", texts.getOrDefault("mobile", ""));
		}
		if (typed.mobile() == null) {
			exchanged.put("mobile", texts.getOrDefault("email", ""));
			exchanged.put("country", texts.getOrDefault("country", ""));
		}
		Details found = this.drafts.draft(exchanged).details();
		return Details.addresses(found.email(), found.mobile());
	}

	/** Those of a field that has more than one; none where it has not. */
	public List<Details> several(Map<String, String> texts, String field) {
		String text = texts.getOrDefault(field, "");
		List<String> emails = EMAILS.matcher(text).results().map(MatchResult::group).toList();
		boolean numbers = emails.isEmpty();
		List<String> parts = numbers ? List.of(BETWEEN_NUMBERS.split(text)) : emails;
		List<Details> several = parts.stream()
			.limit(MOST)
			.map((part) -> this.drafts
				.draft(Map.of(numbers ? "mobile" : "email", part, "country", texts.getOrDefault("country", "")))
				.details())
			.map((details) -> Details.addresses(details.email(), details.mobile()))
			.filter((details) -> details.email() != null || details.mobile() != null)
			.distinct()
			.toList();
		return (parts.size() > 1) ? several : List.of();
	}

}
