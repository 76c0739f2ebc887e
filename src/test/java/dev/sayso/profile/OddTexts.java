package dev.sayso.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.sayso.person.Attribute;

/**
 * Texts on which two ways to compare could differ.
 */
final class OddTexts {

	static final List<String> TEXTS = List.of("", "", "Zoë", "ZOE", "zo", "Żółkiewska", "Groß", "GROSS", "ﬁne ﬁsh",
			"fine fish", "e\u0301le\u0300ve", "élève", "\u0301lead", "ıstanbul", "İSTANBUL", "Istanbul", "Σίσυφος",
			"Σίσυφοσ", "Nguyễn Đức", "Nguye\u0302\u0303n", "한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF", "محـــمد",
			"مُحَمَّد", "d’Arc", "d'Arc", "d´Arc", "Jean‑Luc", "Jean-Luc", "Şişli", "ガード", "カード", "हिन्दी", "a\u200Db",
			"ΣΊΣΥΦΟΣ", "山田太郎", "ｶﾀｶﾅ", "مرحبا", "שָׁלוֹם", "👩\u200D👩\u200D👧 Family", "100%_sure", "100xysure", "a_b",
			"back\\slash", "bang!", "!%", "%", "_", "'; drop table profile; --", "\"quoted\"", "O'Brien", "Ærø",
			"œuvre", "Đặng", "Ǆabc", "x\u00A0y", "x y", "𝔸math", "½ cup", "´", "…", "Œ", "Ĳssel", "a b c", "A  B",
			":v0 ? ::x", "½" + "😀".repeat(98), "z".repeat(200), "ﷺ".repeat(150));

	/** What people have under declared attributes. */
	static final Map<Attribute.Type, List<String>> ATTRIBUTES = new EnumMap<>(
			Map.of(Attribute.Type.TEXT,
					List.of("x" + "😀".repeat(120), "x" + "😀".repeat(121), "y".repeat(199) + " z", "y".repeat(300),
							"100%_sure", "Straße", "STRASSE", "back\\slash", "!", "´", "ΣΊΣΥΦΟΣ", "σίσυφος", "a\nb",
							"O'Brien", "O’Brien", "e\u0301le\u0300ve", "élève", "ışık", "IŞIK", "محـــمد"),
					Attribute.Type.ONE_OF, List.of("Gold", "Élite", "100%", "O'Brien", "ß"), Attribute.Type.NUMBER,
					List.of("0", "-0.0", "1", "1.0", "-1", "0.0000000001", "-0.0000000001",
							"999999999999999999999999999", "1e26", "12.5", "100", "7", "3.1415926535"),
					Attribute.Type.DATE,
					List.of("2000-02-29", "2024-02-29", "2026-02-28", "0001-01-01", "9999-12-31", "2026-11-22",
							"2026-12-31", "2027-01-01", "1582-10-10"),
					Attribute.Type.BOOLEAN, List.of("true", "false")));

	private OddTexts() {
	}

}
