package dev.sayso.offer;

import org.jspecify.annotations.Nullable;

/**
 * What an offer says on one placement in one language.
 *
 * @param language BCP 47; empty for whoever reads another
 * @param content the text, HTML, JSON or address of an image, with {@code {{…}}} where
 * something of the reader or the request goes
 * @param alt the words of an image; null for what is none
 * @param link where an image leads; null for nowhere
 */
public record Representation(String placement, String language, String content, @Nullable String alt,
		@Nullable String link) {

	public static final String ANY = "";

}
