package dev.sayso.shared.page;

import java.io.Serializable;
import java.util.stream.Stream;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A message that the next page shows once after a redirect, by its key; kept with the
 * session until then, so all of it can be written to the store.
 *
 * @param kind {@code done}, {@code warn} or {@code error}
 * @param code a message key
 * @param args what the message names
 */
public record Flash(String kind, String code, Serializable[] args) implements Serializable {

	private static final int LONGEST = 300;

	public Flash {
		args = Stream.of(args).map(Flash::bounded).toArray(Serializable[]::new);
	}

	private static Serializable bounded(Serializable arg) {
		return (arg instanceof String text && text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : arg;
	}

	public static void done(RedirectAttributes to, String code, Serializable... args) {
		to.addFlashAttribute("flash", new Flash("done", code, args));
	}

	public static void warn(RedirectAttributes to, String code, Serializable... args) {
		to.addFlashAttribute("flash", new Flash("warn", code, args));
	}

	public static void error(RedirectAttributes to, String code, Serializable... args) {
		to.addFlashAttribute("flash", new Flash("error", code, args));
	}

}
