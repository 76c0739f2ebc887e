package dev.sayso.shared.page;

import java.util.OptionalLong;

import dev.sayso.shared.ProfileId;

/**
 * A tab on a person's page; a room declares one as a bean and serves
 * {@code /profiles/{id}/<path>} itself.
 */
public interface ProfileTab {

	/** A tab that counts nothing. */
	record Plain(String path, String title, int order) implements ProfileTab {

	}

	/** The last part of the URL; empty for the General tab. */
	String path();

	/** Message key of the tab's name. */
	String title();

	/** Where it stands among the tabs, lowest first. */
	int order();

	/** How many things are behind it, shown beside the name where known. */
	default OptionalLong count(ProfileId profile) {
		return OptionalLong.empty();
	}

}
