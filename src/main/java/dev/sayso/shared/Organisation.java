package dev.sayso.shared;

/**
 * Who asks people for their say, and how to reach them, as Settings have it: what new
 * public pages begin with.
 *
 * @param address the postal address, a line each
 * @param privacyNotice an address on the web
 */
public record Organisation(String name, String address, String email, String phone, String privacyNotice) {

	/** The setting that holds the name. */
	public static final String NAME = "general.organisation";

	public static final String ADDRESS = "general.address";

	public static final String EMAIL = "general.email";

	public static final String PHONE = "general.phone";

	public static final String PRIVACY_NOTICE = "general.privacyNotice";

	public static Organisation of(Settings settings) {
		return new Organisation(settings.get(NAME, ""), settings.get(ADDRESS, ""), settings.get(EMAIL, ""),
				settings.get(PHONE, ""), settings.get(PRIVACY_NOTICE, ""));
	}

	/** Sets all of it; the caller writes the audit entry that goes with it. */
	public void set(Settings settings) {
		settings.set(NAME, this.name);
		settings.set(ADDRESS, this.address);
		settings.set(EMAIL, this.email);
		settings.set(PHONE, this.phone);
		settings.set(PRIVACY_NOTICE, this.privacyNotice);
	}

}
