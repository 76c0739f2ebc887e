package dev.sayso.account.token;

import java.util.Locale;

/**
 * What an API token may be used for.
 */
public enum ApiScope {

	PROFILES, LIFT, LINKS, AUDIENCES, DECISIONS, CONTACT;

	/** The name in the API's document, in Settings and in the store. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The authority the security rules ask for. */
	public String authority() {
		return "SCOPE_" + key();
	}

}
