package dev.sayso.landing.theme;

import java.util.List;

/**
 * Where a theme is used.
 */
public interface ThemeUsage {

	/** The pages that have the theme of this key, or will once they are published. */
	List<Use> find(String theme);

	/**
	 * A page that has it.
	 *
	 * @param behind whether the page shows it as it was, until it is published again
	 */
	record Use(String name, String href, boolean behind) {

	}

}
