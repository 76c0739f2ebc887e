package dev.sayso.decision;

import java.util.Locale;

/**
 * How a decision's standing is shown: with a colour, a symbol and a word.
 *
 * @param key of the status in URLs and messages
 */
public record StatusChip(String key, String colour, String icon) {

	public static StatusChip of(Decision.Status status) {
		String key = status.name().toLowerCase(Locale.ROOT);
		return switch (status) {
			case DRAFT -> new StatusChip(key, "", "pencil");
			case LIVE -> new StatusChip(key, "yes", "check");
			case COMPLETE -> new StatusChip(key, "", "flag");
			case ARCHIVED -> new StatusChip(key, "", "archive");
		};
	}

}
