package dev.sayso.landing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * Shows an address so that its owner recognises it and nobody else learns it.
 */
final class Mask {

	private static final String DOTS = "•••••";

	private Mask() {
	}

	static String email(String email) {
		int at = email.lastIndexOf('@');
		return (at < 1) ? DOTS : email.substring(0, email.offsetByCodePoints(0, 1)) + DOTS + email.substring(at);
	}

	/**
	 * A telephone number in E.164: its country and its last two digits.
	 */
	static String phone(String number) {
		String last = number.substring(Math.max(0, number.length() - 2));
		try {
			int country = PhoneNumberUtil.getInstance().parse(number, "ZZ").getCountryCode();
			return "+" + country + " ••• •• •• " + last;
		}
		catch (NumberParseException ex) {
			return DOTS + " " + last;
		}
	}

	/**
	 * Anything else that is kept: its first letter.
	 */
	static String text(String text) {
		return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + DOTS;
	}

}
