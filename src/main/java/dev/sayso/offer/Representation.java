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
 * @param main whether it is the main text of its placement, read by whoever reads no
 * language that the offer has there; what is kept from before there were any says nothing
 */
public record Representation(String placement, String language, String content, @Nullable String alt,
		@Nullable String link, Boolean main) {

	public static final String ANY = "";

	public Representation(String placement, String language, String content, @Nullable String alt,
			@Nullable String link, @Nullable Boolean main) {
		this.placement = placement;
		this.language = language;
		this.content = content;
		this.alt = alt;
		this.link = link;
		this.main = main != null && main;
	}

	public Representation(String placement, String language, String content, @Nullable String alt,
			@Nullable String link) {
		this(placement, language, content, alt, link, false);
	}

	/** Whether anybody reads it, whatever their language: so does a text without one. */
	public boolean speaksToAnybody() {
		return this.main || this.language.isEmpty();
	}

	Representation saying(String changed, @Nullable String described, @Nullable String leading) {
		return new Representation(this.placement, this.language, changed, described, leading, this.main);
	}

}
