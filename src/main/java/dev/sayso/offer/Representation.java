package dev.sayso.offer;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What an offer says on one placement in one language.
 *
 * @param language BCP 47; empty for whoever reads another
 * @param content the text, HTML, JSON or address of an image, with {@code {{…}}} where
 * something of the reader or the request goes; empty for a placement with fields
 * @param alt the words of an image; null for what is none
 * @param link where an image leads; null for nowhere
 * @param main whether it is the main text of its placement, read by whoever reads no
 * language that the offer has there; what is kept from before there were any says nothing
 * @param fields what stands in the placement's fields by key, with names in braces as
 * well; what is empty is left out
 */
public record Representation(String placement, String language, String content, @Nullable String alt,
		@Nullable String link, Boolean main, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> fields) {

	public static final String ANY = "";

	public Representation(String placement, String language, String content, @Nullable String alt,
			@Nullable String link, @Nullable Boolean main, @Nullable Map<String, String> fields) {
		this.placement = placement;
		this.language = language;
		this.content = content;
		this.alt = alt;
		this.link = link;
		this.main = main != null && main;
		Map<String, String> filled = new TreeMap<>((fields != null) ? fields : Map.of());
		filled.values().removeIf(String::isBlank);
		this.fields = Collections.unmodifiableMap(filled);
	}

	public Representation(String placement, String language, String content, @Nullable String alt,
			@Nullable String link, @Nullable Boolean main) {
		this(placement, language, content, alt, link, main, null);
	}

	public Representation(String placement, String language, String content, @Nullable String alt,
			@Nullable String link) {
		this(placement, language, content, alt, link, false);
	}

	/** Whether anybody reads it, whatever their language: so does a text without one. */
	public boolean speaksToAnybody() {
		return this.main || this.language.isEmpty();
	}

	/** Whether nothing is written. */
	@JsonIgnore
	public boolean isBlank() {
		return this.content.isBlank() && this.fields.isEmpty();
	}

	/** All that is written in it. */
	public Stream<String> written() {
		return Stream.concat(Stream.of(this.content, this.alt, this.link).filter(Objects::nonNull),
				this.fields.values().stream());
	}

	Representation saying(String changed, @Nullable String described, @Nullable String leading) {
		return new Representation(this.placement, this.language, changed, described, leading, this.main);
	}

	Representation filled(Map<String, String> filled) {
		return new Representation(this.placement, this.language, "", null, null, this.main, filled);
	}

}
