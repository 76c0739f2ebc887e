package dev.sayso.person;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * An answer as people and other tools write it, in eight languages. Files, forms and the
 * API read it here.
 */
public enum WrittenAnswer {

	YES, NO,

	/** The person unsubscribed. */
	LEFT,

	/** Somebody else stopped contact. */
	STOPPED,

	/** The address cannot be reached. */
	BOUNCED,

	/** The person is subscribed. */
	STAYS,

	/** The person was asked and has not answered yet. */
	WAITING,

	/** Nothing was said. */
	SILENT;

	private static final Pattern NUMBER = Pattern.compile("([01])([.,]0+)?");

	private static final Map<String, WrittenAnswer> WORDS = words();

	public static Optional<WrittenAnswer> parse(String text) {
		String plain = text.strip();
		if (NUMBER.matcher(plain).matches()) {
			return Optional.of((plain.charAt(0) == '1') ? YES : NO);
		}
		if (plain.length() == 1 && "✓✔☑✅".contains(plain)) {
			return Optional.of(YES);
		}
		if (plain.equals("☐") || plain.equals("-")) {
			return Optional.of(NO);
		}
		return Optional.ofNullable(WORDS.get(normalize(plain)));
	}

	public static Optional<Boolean> yesOrNo(String text) {
		return parse(text).filter((answer) -> answer == YES || answer == NO).map((answer) -> answer == YES);
	}

	/** A word without case, accents, blanks and signs. */
	public static String normalize(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{Ll}\\p{Lo}\\p{Nd}]", "");
	}

	private static Map<String, WrittenAnswer> words() {
		Properties lists = new Properties();
		try (Reader reader = new InputStreamReader(
				WrittenAnswer.class.getResourceAsStream("/person/answers.properties"), StandardCharsets.UTF_8)) {
			lists.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, WrittenAnswer> words = new HashMap<>();
		for (WrittenAnswer answer : values()) {
			for (String word : lists.getProperty(answer.name().toLowerCase(Locale.ROOT)).split(",")) {
				words.put(normalize(word), answer);
			}
		}
		return words;
	}

}
