package dev.sayso.shared;

import java.util.HashMap;
import java.util.Map;

/**
 * Who asks people for their say, and how to reach them, as Settings have it: what public
 * pages show that name nobody else.
 *
 * @param address the postal address, a line each
 * @param privacyNotice an address on the web
 * @param privacyNotices the same by language tag, where a language has its own
 */
public record Organisation(String name, String address, String email, String phone, String privacyNotice,
		Map<String, String> privacyNotices) {

	/** The setting that holds the name. */
	public static final String NAME = "general.organisation";

	public static final String ADDRESS = "general.address";

	public static final String EMAIL = "general.email";

	public static final String PHONE = "general.phone";

	public static final String PRIVACY_NOTICE = "general.privacyNotice";

	private static final String[] LANGUAGES = { "en", "fr", "nl" };

	public Organisation(String name, String address, String email, String phone, String privacyNotice) {
		this(name, address, email, phone, privacyNotice, Map.of());
	}

	public static Organisation of(Settings settings) {
		Map<String, String> notices = new HashMap<>();
		for (String tag : LANGUAGES) {
			notices.put(tag, settings.get(privacyNoticeIn(tag), ""));
		}
		return new Organisation(settings.get(NAME, ""), settings.get(ADDRESS, ""), settings.get(EMAIL, ""),
				settings.get(PHONE, ""), settings.get(PRIVACY_NOTICE, ""), notices);
	}

	/** The setting that holds the address of the privacy notice in a language. */
	public static String privacyNoticeIn(String language) {
		return PRIVACY_NOTICE + "." + language;
	}

	/** The address of the privacy notice for a reader of this language. */
	public String privacyNotice(String language) {
		String own = this.privacyNotices.getOrDefault(language, "");
		return own.isBlank() ? this.privacyNotice : own;
	}

	/** Sets all of it; the caller writes the audit entry that goes with it. */
	public void set(Settings settings) {
		settings.set(NAME, this.name);
		settings.set(ADDRESS, this.address);
		settings.set(EMAIL, this.email);
		settings.set(PHONE, this.phone);
		settings.set(PRIVACY_NOTICE, this.privacyNotice);
		this.privacyNotices.forEach((tag, notice) -> settings.set(privacyNoticeIn(tag), notice));
	}

}
