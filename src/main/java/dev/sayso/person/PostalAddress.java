package dev.sayso.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Sha256;
import dev.sayso.shared.TextNormalizer;

/**
 * The one form of a name and postal address in which letters to the same person are the
 * same. Suppressions keep its hash alone, which cannot be made anew: so it stays as it
 * is, whatever becomes of how texts are searched.
 */
final class PostalAddress {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private PostalAddress() {
	}

	/** The address in that form; null where no letter can be sent. */
	static @Nullable String normalize(Details details) {
		if (details.street() == null || details.city() == null) {
			return null;
		}
		String name = plain(SearchKeys.join(details.lastName(), details.firstName()));
		return bounded(plain(
				SearchKeys.join(name, details.street(), details.postalCode(), details.city(), details.country())));
	}

	private static String plain(String text) {
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

	/** An address longer than an index takes stays itself by its hash. */
	private static String bounded(String address) {
		if (address.length() <= 300) {
			return address;
		}
		return TextNormalizer.shorten(address, 200) + " " + Sha256.hex(address);
	}

}
