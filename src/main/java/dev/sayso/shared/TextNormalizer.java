package dev.sayso.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Normalises texts, so that two are equal which are the same to a person who searches:
 * without case, accents and needless blanks.
 */
public final class TextNormalizer {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	/** The longest key that an index takes, in characters. */
	private static final int LONGEST = 200;

	private TextNormalizer() {
	}

	public static String text(String text) {
		return isPlain(text, false) ? text : isPlain(text, true) ? text.toLowerCase(Locale.ROOT) : normalize(text);
	}

	/**
	 * The same, no longer than an index takes: the key under which a value is compared.
	 */
	public static String key(String text) {
		return shorten(text(text), LONGEST);
	}

	/** No more of a text than that, and never half a character, which no store takes. */
	public static String shorten(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		boolean halves = Character.isHighSurrogate(text.charAt(longest - 1));
		return text.substring(0, halves ? longest - 1 : longest).stripTrailing();
	}

	private static String normalize(String text) {
		String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		plain = plain.toLowerCase(Locale.ROOT)
			.replace("ß", "ss")
			.replace("ø", "o")
			.replace("ł", "l")
			.replace("đ", "d")
			.replace("æ", "ae")
			.replace("œ", "oe");
		return BLANKS.matcher(plain).replaceAll(" ").strip();
	}

	/**
	 * Most texts are compared often and normalised already, and most others have nothing
	 * but capitals to normalise: those cost a look.
	 */
	private static boolean isPlain(String text, boolean capitals) {
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			boolean blank = letter == ' ' && at > 0 && at < text.length() - 1 && text.charAt(at - 1) != ' ';
			if (!blank && (letter <= ' ' || letter >= 127 || !capitals && letter >= 'A' && letter <= 'Z')) {
				return false;
			}
		}
		return true;
	}

}
