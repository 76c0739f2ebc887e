package dev.sayso.landing.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A family of fonts that every device has one of, so that no page fetches any.
 */
public enum ThemeFont {

	SYSTEM("system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif"),

	SERIF("Charter,\"Bitstream Charter\",\"Sitka Text\",Cambria,Georgia,serif"),

	HUMANIST("Seravek,\"Gill Sans Nova\",Ubuntu,Calibri,\"DejaVu Sans\",source-sans-pro,sans-serif"),

	ROUNDED("ui-rounded,\"Hiragino Maru Gothic ProN\",Quicksand,Comfortaa,Manjari,\"Arial Rounded MT Bold\",Calibri,"
			+ "sans-serif");

	private final String families;

	ThemeFont(String families) {
		this.families = families;
	}

	public static Optional<ThemeFont> of(String key) {
		return Arrays.stream(values()).filter((font) -> font.key().equals(key)).findFirst();
	}

	/** The name in the store, in forms and in message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	String families() {
		return this.families;
	}

}
