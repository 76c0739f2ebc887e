package dev.sayso.landing.theme;

import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;

/**
 * A theme as it is typed.
 *
 * @param version the one that was shown
 * @param slug given once
 * @param font the key of a {@link ThemeFont}
 * @param brand the name on top of pages
 * @param logo address of the picture that stands there
 * @param withoutLogo whether that picture goes
 * @param file a new picture; null for none
 */
record ThemeForm(int version,
		@NotBlank(message = "{theme.fault.name}") @Size(max = 200, message = "{theme.fault.name}") String name,
		String slug, @Pattern(regexp = ThemeForm.COLOUR, message = "{theme.fault.colour}") String accent,
		@Pattern(regexp = ThemeForm.COLOUR, message = "{theme.fault.colour}") String paper,
		@Pattern(regexp = ThemeForm.COLOUR, message = "{theme.fault.colour}") String ink, String font,
		@Size(max = 60, message = "{theme.fault.brand}") String brand, String logo, boolean withoutLogo,
		@Nullable MultipartFile file) {

	static final String COLOUR = "#[0-9a-fA-F]{6}";

	/** What URLs have for other things. */
	static final List<String> RESERVED = List.of("new", "sample");

	static final ThemeForm NEW = new ThemeForm(-1, "", "", ThemeStyle.ACCENT, ThemeStyle.PAPER, ThemeStyle.INK,
			ThemeFont.SYSTEM.key(), "", "", false, null);

	ThemeForm {
		slug = Slug.typed(slug, name, RESERVED);
		font = Choices.read(font, ThemeFont.SYSTEM, ThemeFont::of).key();
		accent = accent.toLowerCase(Locale.ROOT);
		paper = paper.toLowerCase(Locale.ROOT);
		ink = ink.toLowerCase(Locale.ROOT);
	}

	static ThemeForm of(Theme theme) {
		ThemeStyle style = theme.style();
		return new ThemeForm((theme.version() != null) ? theme.version() : 0, theme.name(), theme.slug(),
				style.accent(), style.paper(), style.ink(), style.font(), theme.brand(),
				(theme.logo() != null) ? theme.logo() : "", false, null);
	}

	ThemeStyle style() {
		return new ThemeStyle(this.accent, this.paper, this.ink, this.font);
	}

	/** The style that the sample shows: what is no colour yet is left as usual. */
	public ThemeStyle shown() {
		return new ThemeStyle(colour(this.accent, ThemeStyle.ACCENT), colour(this.paper, ThemeStyle.PAPER),
				colour(this.ink, ThemeStyle.INK), this.font);
	}

	/** Refuses colours that nobody can read, and names the nearest that one can. */
	void check(Errors errors) {
		if (errors.hasFieldErrors("paper")) {
			return;
		}
		if (!errors.hasFieldErrors("ink") && !style().isTextReadable()) {
			errors.rejectValue("ink", "theme.fault.ink", new Object[] { shown().readableInk() }, null);
		}
		if (!errors.hasFieldErrors("accent") && !shown().isAccentReadable()) {
			errors.rejectValue("accent", "theme.fault.accent", new Object[] { shown().readableAccent() }, null);
		}
	}

	void checkNew(Errors errors) {
		if (Slug.isWrong(this.slug, this.name, RESERVED)) {
			errors.rejectValue("slug", "theme.fault.slug");
		}
		check(errors);
	}

	private static String colour(String typed, String usual) {
		return typed.matches(COLOUR) ? typed : usual;
	}

}
