package dev.sayso.shared;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, kept with every change: the name is copied so that a history can be
 * read after the account is gone.
 *
 * @param id the account's or token's id, where there is one
 * @param name as it was called then; empty for the person themself
 */
public record Actor(Kind kind, @Nullable String id, String name) {

	public enum Kind {

		ACCOUNT, TOKEN, SUBJECT, SYSTEM

	}

	public static Actor account(String id, String name) {
		return new Actor(Kind.ACCOUNT, id, name);
	}

	public static Actor token(String id, String name) {
		return new Actor(Kind.TOKEN, id, name);
	}

	public static Actor subject() {
		return new Actor(Kind.SUBJECT, null, "");
	}

	public static Actor system() {
		return new Actor(Kind.SYSTEM, null, "Sayso");
	}

}
