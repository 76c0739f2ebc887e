package dev.sayso.landing.review;

import java.util.regex.Pattern;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds labels of checkboxes that say the contrary of what a tick does, in the languages
 * a page can be in.
 */
final class BoxWords {

	private static final Pattern NO = Pattern.compile("\\b(?:do not|don't|dont|no longer|not|no more|never|stop\\w*"
			+ "|unsubscribe\\w*|opt(?:ing)? out|refuse|withdraw|ne .{1,40}(?:pas|plus|jamais)|n'.{1,40}(?:pas|plus|jamais)"
			+ "|pas de|plus de|arret\\w*|cess\\w*|desabonn\\w*|desinscri\\w*|refus\\w*"
			+ "|niet|geen|nooit|uitschrijven|schrijf .{0,20}uit|afmelden|meld .{0,20}af|weiger\\w*)\\b");

	private static final Pattern YES = Pattern
		.compile("\\b(?:yes|contact me|send me|keep me|i (?:want|would like|agree|consent)"
				+ "|i'd like|sign me up|subscribe me|you may|oui|contactez|envoyez|je (?:veux|souhaite|voudrais|consens|accepte)"
				+ "|j'accepte|abonnez|vous pouvez|ja|stuur mij|houd mij|ik (?:wil|ga akkoord|geef toestemming)|u mag|neem contact)\\b");

	/** Words by which a sentence says no to something else than contact. */
	private static final Pattern DOUBLE = Pattern.compile(
			"\\b(?:if you do not|without|no obligation|not more than|sans engagement|niet meer dan|don't miss|never miss"
					+ "|ne (?:rien )?manque\\w*|mis (?:niets|geen))\\b");

	private BoxWords() {
	}

	static boolean contradict(String label, BoxMeaning meaning) {
		String plain = TextNormalizer.text(label.replace('’', '\''));
		boolean no = NO.matcher(plain).find() && !DOUBLE.matcher(plain).find();
		boolean yes = YES.matcher(plain).find();
		return (meaning == BoxMeaning.DO_NOT_CONTACT) ? yes && !no : no;
	}

}
