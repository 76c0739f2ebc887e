package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.offer.CompiledRepresentation;
import dev.sayso.offer.ContentValidator;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.Representation;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.Template;
import dev.sayso.offer.text.Templates;
import dev.sayso.offer.text.TextTooLongException;

/**
 * Fills what an offer says as somebody would see it.
 */
@Component
class OfferPreview {

	private final Placements placements;

	private final ContentValidator contents;

	private final Templates templates;

	private final PreviewRecipients people;

	private final OfferMessages words;

	OfferPreview(Placements placements, ContentValidator contents, Templates templates, PreviewRecipients people,
			OfferMessages words) {
		this.placements = placements;
		this.contents = contents;
		this.templates = templates;
		this.people = people;
		this.words = words;
	}

	/**
	 * A text as it is seen.
	 *
	 * @param type key of its content type; empty where there is nothing to see
	 * @param language tag of its language; empty for any
	 * @param faults why it cannot be seen, as sentences
	 * @param removed what is taken out of HTML before it is saved
	 */
	record Seen(String type, String language, String content, @Nullable String alt, @Nullable String link,
			List<String> faults, List<String> removed) {

		static final Seen NOTHING = new Seen("", "", "", null, null, List.of(), List.of());

		Seen with(List<String> wrong) {
			return new Seen(this.type, this.language, this.content, this.alt, this.link, wrong, this.removed);
		}

	}

	/**
	 * What is said at a place.
	 * @param place as {@link OfferParts#place} writes it; the first where there is none
	 * @param profile to whom; empty for nobody
	 */
	Seen see(String name, OfferContent content, String place, String profile) {
		return content.representations()
			.stream()
			.filter((one) -> place.isEmpty() || OfferParts.place(one).equals(place))
			.filter((one) -> !one.content().isBlank())
			.findFirst()
			.map((one) -> see(name, content, one, profile))
			.orElse(Seen.NOTHING);
	}

	private Seen see(String name, OfferContent content, Representation one, String profile) {
		ContentType type = this.placements.findBySlug(one.placement()).map(Placement::type).orElse(ContentType.TEXT);
		ContentValidator.Checked checked = this.contents.check(type, one, content.attributes().keySet());
		Seen seen = new Seen(type.key(), one.language(), one.content(), one.alt(), one.link(),
				checked.faults().stream().map(OfferFault::of).map(this.words::say).toList(), checked.removed());
		if (!checked.isFine()) {
			return seen;
		}
		try {
			CompiledRepresentation copy = CompiledRepresentation.compile(this.templates, type, checked.said(),
					content.attributes().keySet());
			return fill(seen, copy, offered(name, content), this.people.person(profile, copy.parts()).orElse(null));
		}
		catch (TextTooLongException ex) {
			return seen.with(List.of(this.words.word("offer.preview.long")));
		}
	}

	private static Seen fill(Seen seen, CompiledRepresentation copy, Map<String, Object> offer,
			@Nullable PersonFacts person) {
		Locale language = seen.language().isEmpty() ? LocaleContextHolder.getLocale()
				: Locale.forLanguageTag(seen.language());
		List<@Nullable String> filled = new ArrayList<>();
		for (Template text : new @Nullable Template[] { copy.content(), copy.alt(), copy.link() }) {
			filled.add((text != null) ? text.render(person, Map.of(), offer, language) : null);
		}
		return new Seen(seen.type(), seen.language(), String.valueOf(filled.get(0)), filled.get(1), filled.get(2),
				List.of(), seen.removed());
	}

	private static Map<String, Object> offered(String name, OfferContent content) {
		return new HashMap<>(Map.of("name", name, "attributes", content.attributes()));
	}

}
