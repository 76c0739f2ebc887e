package dev.sayso.landing.visit;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.visit.PublicFormView.Field;
import dev.sayso.landing.visit.PublicFormView.Option;

/**
 * The fields of a public form: names are shown as they are known, addresses only masked.
 */
final class PublicFormFields {

	private static final Map<String, String> AUTOCOMPLETE = Map.ofEntries(Map.entry("firstName", "given-name"),
			Map.entry("lastName", "family-name"), Map.entry("email", "email"), Map.entry("mobile", "tel"),
			Map.entry("phone", "tel"), Map.entry("street", "street-address"), Map.entry("postalCode", "postal-code"),
			Map.entry("city", "address-level2"), Map.entry("country", "country"), Map.entry("language", "language"),
			Map.entry("birthDate", "bday"));

	/** By language: they take long to sort. */
	private static final Map<Locale, List<Option>> COUNTRIES = new ConcurrentHashMap<>();

	private static final List<String> OPEN = List.of("firstName", "lastName", "country", "language");

	private PublicFormFields() {
	}

	/** Whether a field shows what is known, so that leaving it empty takes it back. */
	static boolean shows(String name) {
		return OPEN.contains(name);
	}

	static List<Field> of(PublishedPage page, @Nullable LinkRecipient recipient, @Nullable PublicFormBody typed,
			Map<String, String> faults, Locale locale) {
		Map<String, Object> known = (recipient != null) ? recipient.profile().details().fields() : Map.of();
		return page.fieldsFor(recipient != null)
			.stream()
			.map((name) -> field(name, known.get(name), typed, faults.get(PublicFormBody.FIELD + name), locale))
			.toList();
	}

	private static Field field(String name, @Nullable Object known, @Nullable PublicFormBody typed,
			@Nullable String fault, Locale locale) {
		String was = (known != null) ? known.toString() : "";
		List<Option> options = options(name, locale);
		String value = chosen((typed != null) ? typed.fields().getOrDefault(name, "") : (shows(name) ? was : ""),
				options);
		String kept = (was.isEmpty() || shows(name)) ? null : masked(name, was);
		return new Field(PublicFormBody.FIELD + name, "public.field." + name, type(name), AUTOCOMPLETE.get(name), value,
				kept, fault, options);
	}

	/** Of a list only what is in it: what somebody invents looks like nothing chosen. */
	private static String chosen(String value, @Nullable List<Option> options) {
		boolean listed = options == null || options.stream().anyMatch((option) -> option.value().equals(value));
		return listed ? value : "";
	}

	private static String masked(String name, String value) {
		return switch (name) {
			case "email" -> AddressMask.email(value);
			case "mobile", "phone", "fax" -> AddressMask.phone(value);
			default -> AddressMask.text(value);
		};
	}

	private static String type(String name) {
		return switch (name) {
			case "email" -> "email";
			case "mobile", "phone", "fax" -> "tel";
			case "birthDate" -> "date";
			default -> "text";
		};
	}

	private static @Nullable List<Option> options(String name, Locale locale) {
		return switch (name) {
			case "country" -> COUNTRIES.computeIfAbsent(locale, PublicFormFields::countries);
			case "language" -> List.of("en", "fr", "nl", "de", "es", "it", "pt")
				.stream()
				.map((tag) -> new Option(tag, Locale.forLanguageTag(tag).getDisplayLanguage(locale)))
				.toList();
			default -> null;
		};
	}

	private static List<Option> countries(Locale locale) {
		return Arrays.stream(Locale.getISOCountries())
			.map((code) -> new Option(code, new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
			.sorted(Comparator.comparing(Option::text, Collator.getInstance(locale)))
			.toList();
	}

}
