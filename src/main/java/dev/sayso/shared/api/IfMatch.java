package dev.sayso.shared.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.StaleEditException;

/**
 * Holds a change to the version that its caller saw (RFC 9110, 13.1.1).
 */
public final class IfMatch {

	private IfMatch() {
	}

	/**
	 * Refuses what was meant for another version.
	 * @param header the header as it came; null where there is none
	 * @param tag the version that stands, in quotes
	 * @throws StaleEditException when it is another
	 */
	public static void check(@Nullable String header, String tag) {
		if (header != null && !header.equals("*") && !List.of(header.split("\\s*,\\s*")).contains(tag)) {
			throw new StaleEditException("If-Match");
		}
	}

}
