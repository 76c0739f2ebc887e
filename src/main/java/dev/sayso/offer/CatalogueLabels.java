package dev.sayso.offer;

import java.util.Locale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.ContentField;

/**
 * Gives placements, qualifiers and languages the names that people read.
 */
@Component
public class CatalogueLabels {

	private final Placements placements;

	private final Qualifiers qualifiers;

	private final MessageSourceAccessor messages;

	CatalogueLabels(Placements placements, Qualifiers qualifiers, MessageSourceAccessor messages) {
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.messages = messages;
	}

	public String place(String place) {
		int dot = place.indexOf('.');
		return (dot < 0) ? placement(place)
				: placement(place.substring(0, dot)) + ", " + inSentence(place.substring(dot + 1));
	}

	public String placement(String slug) {
		return this.placements.findBySlug(slug).map(Placement::name).orElse(slug);
	}

	/** A field of a placement, of a part such as {@code heading.web-hero.fr}. */
	public String field(String part) {
		String[] names = part.split("\\.", 3);
		return this.placements.findBySlug(names[1])
			.flatMap((placement) -> placement.layout().field(names[0]))
			.map(ContentField::label)
			.orElse(names[0]);
	}

	public String qualifier(String slug) {
		return this.qualifiers.findBySlug(slug).map(Qualifier::name).orElse(slug);
	}

	public String language(String tag) {
		String name = inSentence(tag);
		return name.substring(0, 1).toUpperCase(reader()) + name.substring(1);
	}

	private String inSentence(String tag) {
		if (tag.isEmpty() || tag.equals(OfferParts.ANY)) {
			return this.messages.getMessage("offer.language.any");
		}
		String name = Locale.forLanguageTag(tag).getDisplayName(reader());
		return name.isEmpty() ? tag : name;
	}

	private static Locale reader() {
		return LocaleContextHolder.getLocale();
	}

}
