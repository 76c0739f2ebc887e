package dev.sayso.person;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Details as somebody typed or sent them: tidies what can be tidied, and says for each
 * field what is wrong with the rest. Forms, the API, imports and public pages all check
 * here.
 */
public final class DetailsDraft {

	/** The names of the fields, those of the API and of forms, in their usual order. */
	public static final List<String> FIELDS = List.of("externalId", "firstName", "lastName", "email", "mobile", "phone",
			"fax", "pushToken", "street", "postalCode", "city", "country", "language", "timeZone", "birthDate");

	private static final Map<String, Integer> LONGEST = Map.of("externalId", 200, "email", 254, "pushToken", 500,
			"street", 300, "postalCode", 20);

	/** What nobody sees and nobody means: zero-width blanks, marks of direction. */
	private static final Pattern UNSEEN = Pattern
		.compile("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

	private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");

	private static final Pattern EMAIL = Pattern.compile(
			"[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?\\.)+(?!\\p{N}+$)[\\p{L}\\p{N}\\p{M}-]{2,63}");

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final int FIRST_YEAR = 1880;

	private final Map<String, String> typed;

	private final String region;

	private final LocalDate today;

	private final List<Fault> faults = new ArrayList<>();

	public DetailsDraft(Map<String, String> typed, String region, LocalDate today) {
		this.typed = typed;
		this.region = region;
		this.today = today;
	}

	/**
	 * What is wrong with a field.
	 *
	 * @param field one of {@link #FIELDS}; empty for the whole
	 * @param code a message key
	 */
	public record Fault(String field, String code, String value) {

	}

	/** The details, those fields left out that are faulty. */
	public Details details() {
		this.faults.clear();
		String country = read("country", DetailsDraft::country);
		String home = (country != null) ? country : this.region;
		return new Details(read("externalId", Function.identity()), read("firstName", Function.identity()),
				read("lastName", Function.identity()), read("email", DetailsDraft::email),
				read("mobile", (text) -> PhoneNumbers.e164(text, home)),
				read("phone", (text) -> PhoneNumbers.e164(text, home)),
				read("fax", (text) -> PhoneNumbers.e164(text, home)), read("pushToken", Function.identity()),
				read("street", Function.identity()), read("postalCode", Function.identity()),
				read("city", Function.identity()), country, read("language", DetailsDraft::language),
				read("timeZone", DetailsDraft::timeZone), read("birthDate", (text) -> birthDate(text, this.today)));
	}

	public List<Fault> faults() {
		Details details = details();
		if (this.faults.isEmpty() && !details.isReachable()) {
			this.faults.add(new Fault("", "profile.fault.unreachable", ""));
		}
		return List.copyOf(this.faults);
	}

	private <T> @Nullable T read(String field, Function<String, @Nullable T> reader) {
		String text = tidy(this.typed.getOrDefault(field, ""));
		if (field.equals("email")) {
			text = EmailAddress.read(text);
		}
		if (text.isEmpty()) {
			return null;
		}
		if (text.length() > LONGEST.getOrDefault(field, 200)) {
			this.faults.add(new Fault(field, "profile.fault.long", text));
			return null;
		}
		if (text.codePoints().anyMatch(DetailsDraft::isNoText)) {
			this.faults.add(new Fault(field, "profile.fault.control", text));
			return null;
		}
		T value = reader.apply(text);
		if (value == null) {
			boolean unread = field.equals("birthDate") && WrittenDate.parse(text).isEmpty();
			this.faults.add(new Fault(field, unread ? "profile.fault.date" : "profile.fault." + field, text));
		}
		return value;
	}

	/** Composed (NFC), one blank between words, nothing that cannot be seen. */
	public static String tidy(String text) {
		return BLANKS.matcher(Normalizer.normalize(seen(text), Normalizer.Form.NFC)).replaceAll(" ").strip();
	}

	static String seen(String text) {
		return UNSEEN.matcher(text).replaceAll("");
	}

	/** Control characters, and halves of a pair, which no store takes. */
	private static boolean isNoText(int character) {
		return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
	}

	/** An address that a mail server could take (RFC 5321), whatever it is written in. */
	private static @Nullable String email(String text) {
		String normal = EmailAddress.normalize(text);
		String written = EmailAddress.ascii(normal);
		String local = normal.substring(0, Math.max(0, normal.lastIndexOf('@')));
		boolean dotted = local.startsWith(".") || local.endsWith(".") || local.contains("..");
		boolean fits = EMAIL.matcher(normal).matches() || EMAIL.matcher(written).matches();
		return (!dotted && fits && written.length() <= 254) ? text : null;
	}

	private static @Nullable String country(String text) {
		String code = text.toUpperCase(Locale.ROOT);
		return COUNTRIES.contains(code) ? code : null;
	}

	private static @Nullable String language(String text) {
		try {
			Locale locale = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
			return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
		}
		catch (IllformedLocaleException ex) {
			return null;
		}
	}

	private static @Nullable String timeZone(String text) {
		try {
			return ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text).getId() : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static @Nullable LocalDate birthDate(String text, LocalDate today) {
		return WrittenDate.parse(text)
			.filter((date) -> date.getYear() >= FIRST_YEAR && !date.isAfter(today.plusDays(1)))
			.orElse(null);
	}

}
