package dev.sayso.shared.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A message that the next page shows once after a redirect, by its key; kept with the
 * session until then, so all of it can be written to the store.
 *
 * @param kind {@code done}, {@code warn} or {@code error}
 * @param code a message key
 * @param args what the message names
 * @param undo what takes the change back that it tells of; null where nothing does
 */
public record Flash(String kind, String code, Serializable[] args, @Nullable Undo undo) implements Serializable {

	private static final int LONGEST = 300;

	/**
	 * @param path where a form is posted to
	 * @param changes what it says is to be taken back
	 */
	public record Undo(String path, ArrayList<String> changes) implements Serializable {
	}

	public Flash {
		args = Stream.of(args).map(Flash::bounded).toArray(Serializable[]::new);
	}

	private static Serializable bounded(Serializable arg) {
		return (arg instanceof String text && text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : arg;
	}

	public static void done(RedirectAttributes to, String code, Serializable... args) {
		to.addFlashAttribute("flash", new Flash("done", code, args, null));
	}

	public static void undoable(RedirectAttributes to, Undo undo, String code, Serializable... args) {
		to.addFlashAttribute("flash", new Flash("done", code, args, undo));
	}

	public static void warn(RedirectAttributes to, String code, Serializable... args) {
		to.addFlashAttribute("flash", new Flash("warn", code, args, null));
	}

	public static void error(RedirectAttributes to, String code, Serializable... args) {
		to.addFlashAttribute("flash", new Flash("error", code, args, null));
	}

}
