package dev.sayso.person;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers between the notation people use and the one the store keeps (E.164,
 * ITU-T). A number only has to be possible, since ranges are opened faster than libraries
 * learn of them.
 */
public final class PhoneNumbers {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private PhoneNumbers() {
	}

	/**
	 * A number in any notation as E.164; null where it is none.
	 * @param region the country whose notation a number without a prefix is in
	 */
	static @Nullable public String e164(String text, String region) {
		if (text.length() > 40 || text.codePoints().anyMatch(Character::isLetter)) {
			return null;
		}
		try {
			String plain = text.startsWith("00") ? "+" + text.substring(2) : text;
			var number = NUMBERS.parse(plain, region);
			boolean possible = NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
			return possible ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
		}
		catch (NumberParseException ex) {
			return null;
		}
	}

	/**
	 * A stored number as people read it, such as {@code +33 6 39 98 12 45}.
	 */
	public static String international(String e164) {
		try {
			return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			return e164;
		}
	}

}
