package dev.sayso.account.token;

import java.util.Locale;

public enum ApiScope {

	PROFILES, LIFT, LINKS, AUDIENCES, DECISIONS, CONTACT, SUPPRESSIONS, RECEIVERS, CONFIGURATION;

	/** The name in the API's document, in Settings and in the store. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String authority() {
		return "SCOPE_" + key();
	}

}
