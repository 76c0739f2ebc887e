package dev.sayso.exchange.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;

/**
 * Terms for channels and for contact in general, in eight languages, in the form that
 * {@link #words} gives a text.
 */
public final class ChannelTerms {

	private static final Pattern CONTACT = Terms.pattern("channel.contact");

	private static final Map<Pattern, Purpose> PURPOSES = new LinkedHashMap<>();

	static {
		for (Purpose purpose : List.of(Purpose.MARKETING_WHATS_APP, Purpose.MARKETING_PUSH, Purpose.MARKETING_FAX,
				Purpose.MARKETING_SMS, Purpose.MARKETING_POSTAL_MAIL, Purpose.MARKETING_EMAIL, Purpose.MARKETING_CALL,
				Purpose.MARKETING_ANY)) {
			PURPOSES.put(Terms.pattern("channel.of." + purpose.key()), purpose);
		}
	}

	/** A name that holds nothing but channels, contact, or what is done with data. */
	private static final Pattern NAME = Terms.pattern("channel.name");

	private static final Pattern ALONE = Terms.pattern("channel.alone");

	private ChannelTerms() {
	}

	static Optional<Purpose> purpose(String words) {
		return PURPOSES.entrySet()
			.stream()
			.filter((purpose) -> purpose.getKey().matcher(words).find())
			.map(Map.Entry::getValue)
			.findFirst();
	}

	/**
	 * Whether a name speaks of contact and, in another part, of something else that is
	 * done with data.
	 */
	static boolean namesSeveral(String name) {
		List<String> parts = List.of(name.split("[,;/|+&]|\\s(?i:and|und|et|en|y|i|и|e(?! ?mail))\\s"));
		boolean other = parts.stream().anyMatch((part) -> PurposeTerms.consent(words(part)).isPresent());
		return parts.size() > 1 && other
				&& parts.stream()
					.map(ChannelTerms::words)
					.anyMatch((part) -> PurposeTerms.consent(part).isEmpty() && CONTACT.matcher(part).find());
	}

	/**
	 * Whether a name holds nothing but channels, contact, or what is done with data, so
	 * that a yes below it is a consent.
	 */
	static boolean isName(String words) {
		return NAME.matcher(words).matches();
	}

	/**
	 * The purposes of a text that lists channels and holds nothing else; empty where it
	 * is another text.
	 */
	public static List<Purpose> list(String text) {
		List<Purpose> purposes = new ArrayList<>();
		for (String part : text.split("[,;/|+&\\n]|\\s(?i:and|und|et|en|y|e|i|и)\\s")) {
			String words = words(part);
			if (!words.isEmpty() && !ALONE.matcher(words).matches()) {
				return List.of();
			}
			if (!words.isEmpty()) {
				purposes.add(purpose(words).orElse(Purpose.MARKETING_ANY));
			}
		}
		return purposes.stream().distinct().toList();
	}

	/**
	 * The words of a name such as {@code blackListEmail} or {@code UNSUB_TIME}, without
	 * accents.
	 */
	static String words(String text) {
		String apart = DoubleEncoding.repair(text).replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
		return Normalizer.normalize(apart, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replace("ł", "l")
			.replaceAll("[^\\p{L}\\p{Nd}]+", " ")
			.strip();
	}

}
