package dev.sayso.decision.editor;

import java.util.Locale;

import dev.sayso.decision.Decision;

/**
 * How a decision's status is shown: with a colour, a symbol and a word.
 *
 * @param key of the status in URLs and messages
 */
public record StatusView(String key, String colour, String icon) {

	public static StatusView of(Decision.Status status) {
		String key = status.name().toLowerCase(Locale.ROOT);
		return switch (status) {
			case DRAFT -> new StatusView(key, "", "pencil");
			case LIVE -> new StatusView(key, "yes", "check");
			case COMPLETE -> new StatusView(key, "", "flag");
			case ARCHIVED -> new StatusView(key, "", "archive");
		};
	}

}
