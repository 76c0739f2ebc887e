package dev.sayso.account.token;

import java.util.List;
import java.util.Locale;

public enum ApiScope {

	PROFILES, LIFT, LINKS, AUDIENCES, DECISIONS, CONTACT;

	/** Those that open something already; the others come with their rooms. */
	static final List<ApiScope> OFFERED = List.of(PROFILES, LIFT, LINKS, AUDIENCES, DECISIONS);

	/** The name in the API's document, in Settings and in the store. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String authority() {
		return "SCOPE_" + key();
	}

}
