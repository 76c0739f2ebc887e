package dev.sayso.offer.text;

import java.util.Locale;
import java.util.Map;

/**
 * Yes and no as people write them, in the languages that texts are written in most; what
 * reads another language gets English, as days do.
 */
final class WrittenTruth {

	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("ar", "نعم/لا"), Map.entry("bg", "да/не"),
			Map.entry("ca", "sí/no"), Map.entry("cs", "ano/ne"), Map.entry("da", "ja/nej"), Map.entry("de", "ja/nein"),
			Map.entry("el", "ναι/όχι"), Map.entry("en", "yes/no"), Map.entry("es", "sí/no"), Map.entry("et", "jah/ei"),
			Map.entry("fi", "kyllä/ei"), Map.entry("fr", "oui/non"), Map.entry("he", "כן/לא"), Map.entry("hr", "da/ne"),
			Map.entry("hu", "igen/nem"), Map.entry("it", "sì/no"), Map.entry("ja", "はい/いいえ"), Map.entry("ko", "예/아니요"),
			Map.entry("lb", "jo/nee"), Map.entry("lt", "taip/ne"), Map.entry("lv", "jā/nē"), Map.entry("nb", "ja/nei"),
			Map.entry("nl", "ja/nee"), Map.entry("nn", "ja/nei"), Map.entry("no", "ja/nei"), Map.entry("pl", "tak/nie"),
			Map.entry("pt", "sim/não"), Map.entry("ro", "da/nu"), Map.entry("ru", "да/нет"), Map.entry("sk", "áno/nie"),
			Map.entry("sl", "da/ne"), Map.entry("sr", "да/не"), Map.entry("sv", "ja/nej"),
			Map.entry("tr", "evet/hayır"), Map.entry("uk", "так/ні"), Map.entry("zh", "是/否"));

	private WrittenTruth() {
	}

	static String in(Locale language, boolean truth) {
		String words = WORDS.getOrDefault(language.getLanguage(), "yes/no");
		int between = words.indexOf('/');
		return truth ? words.substring(0, between) : words.substring(between + 1);
	}

}
