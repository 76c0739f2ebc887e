package dev.sayso.shared;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that what people take for the same text is the same, in any script, and that
 * nothing else is.
 */
class TextNormalizerTests {

	private static final int WORDS = Boolean.getBoolean("sayso.outer") ? 200_000 : 20_000;

	@ParameterizedTest
	@ValueSource(strings = { "Παπάς=ΠΑΠΑΣ=παπάσ=παπας", "Ἀθῆναι=αθηναι=ΑΘΗΝΑΙ", "IŞIK=ışık=isik=Işık",
			"İstanbul=ISTANBUL=ıstanbul=i\u0307stanbul",
			"Nguyễn Đức=nguyen duc=NGUYỄN ĐỨC=Nguye\u0302\u0303n Đu\u031B\u0301c", "Phở Hươu=pho huou",
			"한글=\u1112\u1161\u11AB\u1100\u1173\u11AF", "ｶﾞｰﾄﾞ=ガード=カ\u3099ート\u3099",
			"مُحَمَّد=محمد=محـــمد=\uFEE3\uFEA4\uFEE4\uFEAA", "أحمد=احمد=إحمد=آحمد", "می\u200Cخواهم=میخواهم",
			"שָׁלוֹם=שלום", "צה״ל=צה\"ל", "Straße=STRASSE=strasse=STRAẞE", "Müller=MULLER=Mu\u0308ller=ＭÜＬＬＥＲ",
			"d’Arc=d'Arc=D‘ARC=d`arc=d´arc=d′Arc=dʼarc=d＇arc", "L’Haÿ-les-Roses=l'hay‑les–roses=L'HAY‐LES−ROSES",
			"co\u00ADopération=coopération=cooperation", "A\u00A0b\u202Fc=a b  c=\u2003A B\u3000C ",
			"Œuvre=oeuvre=ŒUVRE", "ﬁne ﬂow=fine flow=FINE FLOW", "Ærøskøbing=aeroskobing", "Łódź=lodz",
			"Þórður=thordur", "Ħamrun=hamrun", "Ёлка=елка", "Ｔｏｋｙｏ１２=tokyo12", "„Wort“=\"wort\"=«wort»=“WORT”",
			"½ cup…=1⁄2 CUP...", "Ĳssel=ijssel", "क़लम=कलम", "ไม้=ไม", "x\u200B\u2060\uFEFFy=xy",
			"e\u0301le\u0300ve=élève=ELEVE" })
	void theSameInAnySpelling(String spellings) {
		List<String> each = List.of(spellings.split("=", -1));
		assertThat(each).extracting(TextNormalizer::text).containsOnly(TextNormalizer.text(each.get(0)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "はは=ぱぱ", "カ=ガ", "हिन्दी=हन्द", "कि=क", "김=기", "กุ=ก", "o'neil=oneil", "jean-luc=jean luc",
			"σ=ζ", "ب=ت", "a b=ab" })
	void otherLettersAreOthers(String pair) {
		String[] both = pair.split("=");
		assertThat(TextNormalizer.text(both[0])).isNotEqualTo(TextNormalizer.text(both[1]));
	}

	@Test
	void whateverTheLetterItIsTheSameInEachCaseAndFormAndOnceIsEnough() {
		Stream<String> letters = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
			.filter((letter) -> letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE)
			.mapToObj(Character::toString);
		assertThat(letters.flatMap((letter) -> Stream.of(letter, "a" + letter + "b"))).allMatch((text) -> {
			String normal = TextNormalizer.text(text);
			return Stream
				.of(normal, Normalizer.normalize(text, Normalizer.Form.NFD), text.toUpperCase(Locale.ROOT),
						text.toLowerCase(Locale.ROOT))
				.allMatch((spelling) -> TextNormalizer.text(spelling).equals(normal));
		});
	}

	@Test
	@Tag("fuzz")
	void wordsOfAllScriptsAreNormalOnce() {
		Random random = new Random(7);
		int[] scripts = { 0x60, 0xA0, 0x300, 0x370, 0x430, 0x590, 0x600, 0x900, 0xE00, 0x1100, 0x1E00, 0x1F00, 0x2000,
				0x3040, 0xAC00, 0xFB00, 0xFE80, 0xFF00 };
		for (int word = 0; word < WORDS; word++) {
			String text = random.ints(1 + random.nextInt(8), 0, 128)
				.map((letter) -> scripts[random.nextInt(scripts.length)] + letter)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
			String normal = TextNormalizer.text(text);
			assertThat(TextNormalizer.text(normal)).isEqualTo(normal);
			assertThat(TextNormalizer.text(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(normal);
		}
	}

}
