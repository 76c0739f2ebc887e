package dev.sayso.person;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers between the notation people use and the one the store keeps (E.164,
 * ITU-T). A number only has to be possible, since ranges are opened faster than libraries
 * learn of them.
 */
public final class PhoneNumbers {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private static final String LINK = "tel:";

	/** The end of a sentence about a number that says no country. */
	public static final String UNREADABLE = "not a telephone number in E.164, such as +33639981245.";

	/** The region in whose notation nothing is (Unicode CLDR). */
	private static final String NOWHERE = "ZZ";

	/** A whole number as spreadsheets write it: with a fraction of nothing. */
	private static final Pattern FRACTION = Pattern.compile("(\\+?\\d{6,15})[.,]0{1,9}");

	/** A number in the scientific notation of spreadsheets. */
	private static final Pattern SCIENTIFIC = Pattern.compile("\\+?(\\d)[.,](\\d{1,15})[eE]\\+?(\\d{1,2})");

	private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{7,14}");

	/** Mexico's mobile numbers of before 2019, with a 1 that is dialled no longer. */
	private static final Pattern OLD_MEXICAN = Pattern.compile("1\\d{10}");

	private PhoneNumbers() {
	}

	/**
	 * A number in any notation as E.164; null where it is none.
	 * @param region the country whose notation a number without a prefix is in
	 */
	static @Nullable public String e164(String text, String region) {
		String plain = plain(text);
		if (plain == null) {
			return null;
		}
		if (!DIGITS.matcher(plain).matches()) {
			return e164(parse(plain, region));
		}
		// digits alone may have lost the plus sign that they had
		return Stream.<PhoneNumber>of(parse(plain, region), parse("+" + plain, region))
			.filter((number) -> number != null)
			.sorted((one, other) -> Boolean.compare(NUMBERS.isValidNumber(other), NUMBERS.isValidNumber(one)))
			.map(PhoneNumbers::e164)
			.filter((number) -> number != null)
			.findFirst()
			.orElse(null);
	}

	/**
	 * The same of a number that a program names somebody by, whose country it has to say:
	 * by another's it would name somebody else. A plus sign in a URL often arrives as a
	 * blank, or not at all.
	 */
	static @Nullable public String e164OfCaller(String text) {
		return Stream.of(text.strip(), "+" + text.strip())
			.map((each) -> e164(each, NOWHERE))
			.filter((number) -> number != null)
			.findFirst()
			.orElse(null);
	}

	/**
	 * The number alone, with nothing that spreadsheets and links add; null for what is
	 * surely none.
	 */
	private static @Nullable String plain(String text) {
		if (text.length() > 60) {
			return null;
		}
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
		if (plain.regionMatches(true, 0, LINK, 0, LINK.length())) {
			return plain.toLowerCase(Locale.ROOT);
		}
		Matcher fraction = FRACTION.matcher(plain);
		Matcher scientific = SCIENTIFIC.matcher(plain);
		if (fraction.matches()) {
			plain = fraction.group(1);
		}
		else if (scientific.matches()) {
			return written(scientific);
		}
		boolean words = plain.length() > 40 || plain.codePoints().anyMatch(Character::isLetter);
		return words ? null : plain.startsWith("00") ? "+" + plain.substring(2) : plain;
	}

	/**
	 * The digits of a scientific notation; null where some are missing. One zero at the
	 * end is left out by those who write numbers as short as they can.
	 */
	private static @Nullable String written(Matcher scientific) {
		int exponent = Integer.parseInt(scientific.group(3));
		if (exponent > 14 || scientific.group(2).length() < exponent - 1) {
			return null;
		}
		BigDecimal number = new BigDecimal(scientific.group(1) + "." + scientific.group(2)).scaleByPowerOfTen(exponent)
			.stripTrailingZeros();
		return (number.scale() <= 0) ? number.toPlainString() : null;
	}

	private static @Nullable PhoneNumber parse(String text, String region) {
		try {
			PhoneNumber number = NUMBERS.parse(text, region);
			if (number.getCountryCode() == 52
					&& OLD_MEXICAN.matcher(Long.toString(number.getNationalNumber())).matches()) {
				number.setNationalNumber(number.getNationalNumber() - 10_000_000_000L);
			}
			return number;
		}
		catch (NumberParseException ex) {
			return null;
		}
	}

	private static @Nullable String e164(@Nullable PhoneNumber number) {
		boolean possible = number != null && NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
		return possible ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
	}

	/** A stored number as people read it, such as {@code +33 6 39 98 12 45}. */
	public static String international(String e164) {
		try {
			return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			return e164;
		}
	}

}
