package dev.sayso.shared;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The sentence a page says once after a redirect, by its message key.
 *
 * @param kind {@code done}, {@code warn} or {@code error}
 * @param code a message key
 * @param args what the message names
 */
public record Flash(String kind, String code, Object[] args) {

	public static void done(RedirectAttributes to, String code, Object... args) {
		to.addFlashAttribute("flash", new Flash("done", code, args));
	}

	public static void warn(RedirectAttributes to, String code, Object... args) {
		to.addFlashAttribute("flash", new Flash("warn", code, args));
	}

	public static void error(RedirectAttributes to, String code, Object... args) {
		to.addFlashAttribute("flash", new Flash("error", code, args));
	}

}
