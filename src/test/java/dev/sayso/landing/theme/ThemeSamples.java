package dev.sayso.landing.theme;

import java.time.Instant;

/**
 * Themes to try things on.
 */
public final class ThemeSamples {

	private ThemeSamples() {
	}

	public static Theme theme(String slug) {
		return Theme.create(slug, "Theme " + slug, new ThemeStyle("#7a1f5d", "#fff8ee", "#14171d", "serif"), "Verel",
				null, Instant.parse("2026-11-22T12:00:00Z"), "Léa Dumont");
	}

}
