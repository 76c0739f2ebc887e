package dev.sayso.offer;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an offer says to somebody.
 *
 * @param content of a placement with fields the HTML that its template makes of them
 * @param alt the words of an image; null for what is none
 * @param link where an image leads; null for nowhere
 * @param fields what stands in each field of the placement that is filled, by key in the
 * placement's order; null where it has none
 */
public record FilledText(String content, @Nullable String alt, @Nullable String link,
		@Nullable Map<String, String> fields) {

}
