package dev.sayso.person;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;

import com.ibm.icu.text.IDNA;

/**
 * The many ways in which people write one e-mail address.
 */
public final class Spellings {

	/** Addresses of which no two are the same. */
	public static final List<String> ADDRESSES = List.of("info@müller.example", "info@muller.example",
			"zoë.lefèvre@posteo.example", "zoe.lefevre@posteo.example", "o'neil+news@bücher.co.example",
			"info@straße.example", "info@strasse.example", "x_y-z@例え.テスト", "привет@пример.испытание",
			"a@उदाहरण.example", "%_!@q.example", "a@r3---node.example");

	private final Random random;

	public Spellings(Random random) {
		this.random = random;
	}

	/**
	 * Any way to write an address.
	 */
	public String any(String address) {
		int at = address.lastIndexOf('@');
		String domain = address.substring(at + 1);
		if (this.random.nextBoolean()) {
			StringBuilder ascii = new StringBuilder();
			IDNA.Info info = new IDNA.Info();
			IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).nameToASCII(domain, ascii, info);
			domain = info.hasErrors() ? domain : ascii.toString();
		}
		if (this.random.nextInt(4) == 0 && !domain.contains("---")) {
			domain = domain.replace(".", pick(List.of(".", "\u3002", "\uFF0E", "\uFF61")));
		}
		String around = pick(List.of("", "", " ", "\u200B", "\u00A0", "\u2060\t"));
		String spelt = cased(address.substring(0, at)) + around + "@" + around + cased(domain)
				+ pick(List.of("", "", ".", "..", ",", ";", ". "));
		String form = this.random.nextBoolean() ? spelt : Normalizer.normalize(spelt, Normalizer.Form.NFD);
		return switch (this.random.nextInt(8)) {
			case 0 -> "<" + form + ">";
			case 1 -> "Camille Lefèvre <" + form + ">";
			case 2 -> "\"Lefèvre, Camille\" <" + form + ">,";
			case 3 -> address.contains("%") ? form : "mailto:" + form;
			case 4 -> " \uFEFF" + form + "\u200E\n";
			default -> form;
		};
	}

	/**
	 * Capitals here and there; what has none of its own stays.
	 */
	private String cased(String text) {
		int style = this.random.nextInt(3);
		StringBuilder cased = new StringBuilder();
		text.codePoints()
			.map((letter) -> (style == 0 || (style == 1 && this.random.nextBoolean())) ? Character.toUpperCase(letter)
					: letter)
			.forEach(cased::appendCodePoint);
		return cased.toString();
	}

	private String pick(List<String> some) {
		return some.get(this.random.nextInt(some.size()));
	}

}
