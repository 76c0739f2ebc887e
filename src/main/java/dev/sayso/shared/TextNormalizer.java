package dev.sayso.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/**
 * Normalises texts, so that two are equal which are the same to a person who searches:
 * without case and accents, without what cannot be seen, with one blank, one apostrophe,
 * one quotation mark and one dash. Case, width and ligatures are folded as Unicode has it
 * (NFKC_Casefold, UAX 31), letters with a stroke and the like as CLDR writes Latin in
 * ASCII.
 */
public final class TextNormalizer {

	/**
	 * Changes whenever a text may have another form than before, so that keys that are
	 * kept are made anew.
	 */
	public static final String VERSION = "2 Unicode " + UCharacter.getUnicodeVersion();

	private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

	private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();

	private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

	/** What Latin letters are written as that are no letter of ASCII with an accent. */
	private static final Map<Integer, String> LETTERS = new ConcurrentHashMap<>();

	private static final String APOSTROPHES = "'`\u2018\u2019\u201A\u201B\u2032\u2035\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u05F3";

	/** Accents that stand for an apostrophe, which would become a blank with one. */
	private static final String ACUTES = "\u00B4\u0384\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE";

	private static final int TATWEEL = '\u0640';

	/** The longest key that an index takes, in characters. */
	private static final int LONGEST = 200;

	private TextNormalizer() {
	}

	public static String text(String text) {
		return isPlain(text, false) ? text : isPlain(text, true) ? UCharacter.foldCase(text, true) : normalize(text);
	}

	/**
	 * The same, no longer than an index takes: the key under which a value is compared.
	 */
	public static String key(String text) {
		return shorten(text(text), LONGEST);
	}

	/** The text itself, its accents composed with their letters (NFC). */
	public static String composed(String text) {
		return COMPOSED.normalize(text);
	}

	/** Whether every store takes it: no null character, and no half of a pair. */
	public static boolean isText(String text) {
		return text.codePoints().noneMatch((code) -> code == 0 || Character.getType(code) == Character.SURROGATE);
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
		String spelt = DECOMPOSED.normalize(text);
		for (int at = 0; at < ACUTES.length(); at++) {
			spelt = spelt.replace(ACUTES.charAt(at), '\'');
		}
		StringBuilder plain = new StringBuilder(text.length());
		DECOMPOSED.normalize(FOLDED.normalize(spelt)).codePoints().forEach((letter) -> add(letter, plain));
		return COMPOSED.normalize(plain.toString().stripTrailing());
	}

	private static void add(int letter, StringBuilder plain) {
		if (letter >= 'a' && letter <= 'z') {
			plain.append((char) letter);
		}
		else if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
			if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
				plain.append(' ');
			}
		}
		else if (APOSTROPHES.indexOf(letter) >= 0) {
			plain.append('\'');
		}
		else if (UCharacter.hasBinaryProperty(letter, UProperty.QUOTATION_MARK) || letter == '\u05F4') {
			plain.append('"');
		}
		else if (UCharacter.hasBinaryProperty(letter, UProperty.DASH)) {
			plain.append('-');
		}
		else if (letter > 127 && UScript.getScript(letter) == UScript.LATIN) {
			plain.append(LETTERS.computeIfAbsent(letter, TextNormalizer::ascii));
		}
		else if (!isAccent(letter) && letter != TATWEEL) {
			plain.appendCodePoint(letter);
		}
	}

	private static String ascii(int letter) {
		return UCharacter.foldCase(Latin.ASCII.transliterate(Character.toString(letter)), true);
	}

	/**
	 * Whether a mark says how a letter sounds and is left out by many who write: accents,
	 * strokes, harakat, niqqud, tones, nuktas, by their combining class (UAX 44). Vowels
	 * of Indic scripts and the sound marks of kana make another letter.
	 */
	private static boolean isAccent(int letter) {
		int kind = UCharacter.getCombiningClass(letter);
		return kind == 1 || kind == 7 || (kind >= 10 && kind <= 36) || kind == 107 || kind == 122 || kind >= 200;
	}

	/**
	 * Most texts are compared often and normalised already, and most others have nothing
	 * but capitals to normalise: those cost a look.
	 */
	private static boolean isPlain(String text, boolean capitals) {
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			boolean blank = letter == ' ' && at > 0 && at < text.length() - 1 && text.charAt(at - 1) != ' ';
			if (!blank && (letter <= ' ' || letter >= 127 || letter == '`'
					|| !capitals && letter >= 'A' && letter <= 'Z')) {
				return false;
			}
		}
		return true;
	}

	/** Its rules take a while to read. */
	private static final class Latin {

		static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

	}

}
