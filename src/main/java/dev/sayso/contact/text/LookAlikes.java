package dev.sayso.contact.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;

/**
 * Letters of other scripts that look like Latin ones, as a keyboard that stands on
 * another language gives them (Unicode confusables, UTS 39).
 */
final class LookAlikes {

	private static final Map<Integer, String> LETTERS = new ConcurrentHashMap<>();

	private LookAlikes() {
	}

	/** A text with the Latin letters that its others look like. */
	static String fold(String text) {
		StringBuilder folded = new StringBuilder(text.length());
		text.codePoints().forEach((letter) -> {
			if (isForeign(letter)) {
				folded.append(LETTERS.computeIfAbsent(letter, LookAlikes::latin));
			}
			else {
				folded.appendCodePoint(letter);
			}
		});
		return folded.toString();
	}

	private static boolean isForeign(int letter) {
		return letter > 0x24F && Character.isLetter(letter) && UScript.getScript(letter) != UScript.LATIN;
	}

	/** As the letter or its capital looks; itself where neither is like a Latin one. */
	private static String latin(int letter) {
		for (int form : new int[] { letter, UCharacter.toUpperCase(letter) }) {
			String like = Checker.ALL.getSkeleton(Character.toString(form));
			if (like.equals("l") && UCharacter.isUpperCase(form)) {
				return "I";
			}
			if (like.equals("rn")) {
				return "m";
			}
			if (like.length() == 1 && like.charAt(0) < 128 && Character.isLetter(like.charAt(0))) {
				return like;
			}
		}
		return Character.toString(letter);
	}

	/** Its tables take a while to read. */
	private static final class Checker {

		static final SpoofChecker ALL = new SpoofChecker.Builder().build();

	}

}
