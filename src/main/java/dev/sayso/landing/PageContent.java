package dev.sayso.landing;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * All that makes up a page: what a version freezes.
 *
 * @param language tag of the language that stands in for the others
 * @param texts by language tag
 * @param boxes in the order in which the page shows them
 * @param colour the brand's, {@code #rrggbb}
 * @param logo the brand's name as it is written on top
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PageContent(String language, Map<String, PageTexts> texts, List<PageField> fields, List<PageBox> boxes,
		PageContact contact, String colour, String logo, PageBehaviour behaviour) {

	public static final List<String> LANGUAGES = List.of("en", "fr", "nl");

	/** The colour of a page whose brand has none. */
	public static final String COLOUR = "#1f5d47";

	public PageContent {
		texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
		fields = (fields != null) ? List.copyOf(fields) : List.of();
		boxes = (boxes != null) ? List.copyOf(boxes) : List.of();
		contact = Objects.requireNonNullElse(contact, PageContact.NONE);
		colour = Objects.requireNonNullElse(colour, COLOUR);
		logo = Objects.requireNonNullElse(logo, "");
	}

	public List<String> languages() {
		return LANGUAGES.stream()
			.filter(this.texts::containsKey)
			.sorted(Comparator.comparing((tag) -> !tag.equals(this.language)))
			.toList();
	}

	/**
	 * The texts for a reader of this language, the page's own language standing in for
	 * what is missing.
	 */
	public PageTexts in(String tag) {
		PageTexts own = this.texts.getOrDefault(this.language, PageTexts.NONE);
		return this.texts.getOrDefault(tag, PageTexts.NONE).orElse(own);
	}

	public boolean writesNo() {
		return this.boxes.stream().anyMatch((box) -> box.meaning().writesNo());
	}

}
