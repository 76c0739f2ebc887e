package dev.sayso.service;

import java.util.Locale;

/**
 * Whether a service takes people: a closed one keeps those it has, and an archived one is
 * not offered anywhere.
 */
public enum ServiceState {

	OPEN("yes", "check"), CLOSED("none", "lock"), ARCHIVED("none", "archive");

	private final String look;

	private final String icon;

	ServiceState(String look, String icon) {
		this.look = look;
		this.icon = icon;
	}

	/** The name in forms, in the API and in messages. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String look() {
		return this.look;
	}

	public String icon() {
		return this.icon;
	}

}
