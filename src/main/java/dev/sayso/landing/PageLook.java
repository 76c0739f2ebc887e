package dev.sayso.landing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.sayso.landing.theme.ThemeStyle;

/**
 * How a page looks by a theme.
 *
 * @param theme the key of the theme; null where the page has a colour of its own
 * @param style what the theme said when the page was published; null in a draft
 * @param logo the same of its logo; null where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageLook(@Nullable String theme, @Nullable ThemeStyle style, @Nullable Logo logo) {

	public static final PageLook NONE = new PageLook(null, null, null);

	public static PageLook of(String theme) {
		return theme.isEmpty() ? NONE : new PageLook(theme, null, null);
	}

	/**
	 * A picture on top.
	 *
	 * @param url its address
	 */
	public record Logo(String url, int width, int height) {

	}

}
