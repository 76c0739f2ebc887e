package dev.sayso.person;

import java.util.Set;

import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * Shows an address so that its owner recognises it and nobody else learns it.
 */
public final class AddressMask {

	private static final String DOTS = "•••••";

	/**
	 * None is the beginning of another (ITU-T E.164, 6.2.1), and none is longer than
	 * this.
	 */
	private static final Set<Integer> COUNTRIES = PhoneNumberUtil.getInstance().getSupportedCallingCodes();

	private static final int LONGEST_COUNTRY = 3;

	private AddressMask() {
	}

	public static String email(String email) {
		int at = email.lastIndexOf('@');
		return (at < 1) ? DOTS : email.substring(0, email.offsetByCodePoints(0, 1)) + DOTS + email.substring(at);
	}

	/** A telephone number in E.164: its country and its last two digits. */
	public static String phone(String number) {
		String last = number.substring(Math.max(0, number.length() - 2));
		int country = 0;
		for (int digit = 1; digit <= LONGEST_COUNTRY && digit < number.length(); digit++) {
			country = country * 10 + Character.digit(number.charAt(digit), 10);
			if (COUNTRIES.contains(country)) {
				return "+" + country + " ••• •• •• " + last;
			}
		}
		return DOTS + " " + last;
	}

	/** Anything else that is kept: its first letter. */
	public static String text(String text) {
		return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + DOTS;
	}

}
