package dev.sayso.landing.theme;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How public pages look: colours by day, and a font. By night a light page turns dark by
 * itself, and a dark one stays.
 *
 * @param accent of buttons, links and ticks, {@code #rrggbb}
 * @param paper the page
 * @param ink the text on it
 * @param font the key of a {@link ThemeFont}
 */
public record ThemeStyle(String accent, String paper, String ink, String font) {

	/** The colour of a page whose brand has none. */
	public static final String ACCENT = "#1f5d47";

	public static final String PAPER = "#ffffff";

	public static final String INK = "#14171d";

	private static final Colour NIGHT = new Colour(0x1b, 0x21, 0x27);

	private static final Colour TINT = new Colour(0xf1, 0xf6, 0xf4);

	public ThemeStyle {
		accent = Objects.requireNonNullElse(accent, ACCENT);
		paper = Objects.requireNonNullElse(paper, PAPER);
		ink = Objects.requireNonNullElse(ink, INK);
		font = Objects.requireNonNullElse(font, ThemeFont.SYSTEM.key());
	}

	public static ThemeStyle of(String accent) {
		return new ThemeStyle(accent, PAPER, INK, ThemeFont.SYSTEM.key());
	}

	/** Reads what {@link #key()} writes. */
	public static Optional<ThemeStyle> parse(String key) {
		if (key.matches("[0-9a-fA-F]{6}")) {
			return Optional.of(of("#" + key));
		}
		String[] parts = key.split("\\.");
		boolean whole = key.matches("([0-9a-fA-F]{6}\\.){3}[a-z]+") && ThemeFont.of(parts[3]).isPresent();
		return whole ? Optional.of(new ThemeStyle("#" + parts[0], "#" + parts[1], "#" + parts[2], parts[3]))
				: Optional.empty();
	}

	/** All of it in a word that an address can carry. */
	public String key() {
		String colour = this.accent.substring(1);
		return equals(of(this.accent)) ? colour
				: String.join(".", colour, this.paper.substring(1), this.ink.substring(1), this.font);
	}

	@JsonIgnore
	public boolean isTextReadable() {
		return Colour.of(this.ink).isReadableOn(Colour.of(this.paper));
	}

	@JsonIgnore
	public boolean isAccentReadable() {
		return Colour.of(this.accent).isReadableOn(Colour.of(this.paper));
	}

	/** The nearest accent that can be read on the paper. */
	public String readableAccent() {
		return Colour.of(this.accent).readableOn(Colour.of(this.paper)).hex();
	}

	/** The nearest text colour that can be read on the paper. */
	public String readableInk() {
		return Colour.of(this.ink).readableOn(Colour.of(this.paper)).hex();
	}

	/** The style sheet, that stands after the one of all public pages. */
	public String css() {
		Colour brand = Colour.of(this.accent);
		boolean plain = this.paper.equals(PAPER) && this.ink.equals(INK);
		Colour page = Colour.of(this.paper);
		Colour tint = plain ? TINT : page.mix(brand, 0.06);
		String day = brand(brand.readableOn(tint)) + (plain ? "" : palette(page, tint));
		String night = brand(brand.readableOn(NIGHT));
		String font = this.font.equals(ThemeFont.SYSTEM.key()) ? ""
				: "html{font-family:" + ThemeFont.of(this.font).orElse(ThemeFont.SYSTEM).families() + "}";
		if (page.isDark()) {
			return ":root{color-scheme:dark;" + day + "}" + font;
		}
		String light = plain ? ":root{" + day + "}"
				: ":root{" + brand(brand.readableOn(tint)) + "}@media (prefers-color-scheme:light){:root{" + day + "}}";
		return light + "@media (prefers-color-scheme:dark){:root{" + night + "}}" + font;
	}

	private static String brand(Colour brand) {
		boolean light = !brand.isDark();
		return "--brand:" + brand.hex() + ";--on-brand:" + (light ? "#000" : "#fff");
	}

	private String palette(Colour page, Colour tint) {
		Colour text = Colour.of(this.ink).readableOn(page);
		Colour stop = new Colour(0xa1, 0x26, 0x22).readableOn(page);
		return ";--paper:" + page.hex() + ";--ink:" + text.hex() + ";--ink-2:"
				+ text.mix(page, 0.2).readableOn(tint).hex() + ";--edge:" + page.mix(text, 0.06).hex() + ";--line:"
				+ page.mix(text, 0.2).hex() + ";--control:" + text.mix(page, 0.3).readableOn(page).hex() + ";--tint:"
				+ tint.hex() + ";--ok:" + new Colour(0x11, 0x66, 0x3b).readableOn(tint).hex() + ";--stop:" + stop.hex()
				+ ";--stop-soft:" + page.mix(stop, 0.07).hex() + ";--wait:"
				+ new Colour(0x78, 0x48, 0x04).readableOn(tint).hex();
	}

}
