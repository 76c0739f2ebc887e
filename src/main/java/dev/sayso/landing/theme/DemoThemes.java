package dev.sayso.landing.theme;

import java.time.Clock;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.DemoContent;

/**
 * The look of the demo's shop.
 */
@Component
@Order(29)
class DemoThemes implements DemoContent {

	private final Themes themes;

	private final Clock clock;

	DemoThemes(Themes themes, Clock clock) {
		this.themes = themes;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "themes";
	}

	@Override
	public void lay() {
		this.themes.save(Theme.create("maison-verel", "Maison Verel", ThemeStyle.of("#1f5d47"), "Maison Verel", null,
				this.clock.instant(), "Léa Dumont"));
	}

}
