package dev.sayso.shared.page;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the console's navigation; a room declares its own as beans, so that a
 * section is there exactly when its room is.
 *
 * @param group {@code people}, {@code consent}, {@code decisions}, or null for an entry
 * that stands alone
 * @param key the entry's name in messages and in {@code layout :: page}
 * @param icon a symbol of the sprite
 * @param order where it stands in the whole, lowest first
 * @param roles who sees it; empty for everybody
 */
public record NavigationItem(@Nullable String group, String key, String icon, int order, Set<String> roles) {

	public static NavigationItem of(@Nullable String group, String key, String icon, int order, String... roles) {
		return new NavigationItem(group, key, icon, order, Set.of(roles));
	}

	public String href() {
		return this.key.equals("dashboard") ? "/" : "/" + this.key;
	}

}
