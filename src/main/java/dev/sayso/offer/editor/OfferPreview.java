package dev.sayso.offer.editor;

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
import dev.sayso.offer.FilledText;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.Representation;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.Templates;
import dev.sayso.offer.text.TextTooLongException;

@Component
class OfferPreview {

	private final Placements placements;

	private final ContentValidator validator;

	private final Templates templates;

	private final PreviewRecipients recipients;

	private final OfferMessages messages;

	OfferPreview(Placements placements, ContentValidator validator, Templates templates, PreviewRecipients recipients,
			OfferMessages messages) {
		this.placements = placements;
		this.validator = validator;
		this.templates = templates;
		this.recipients = recipients;
		this.messages = messages;
	}

	/**
	 * A text as somebody would see it.
	 *
	 * @param type key of its content type; empty where there is nothing to see
	 * @param language tag of its language; empty for any
	 * @param faults why it cannot be rendered, as sentences
	 * @param removed what is removed from HTML before it is saved
	 */
	record Rendered(String type, String language, String content, @Nullable String alt, @Nullable String link,
			List<String> faults, List<String> removed) {

		static final Rendered NOTHING = new Rendered("", "", "", null, null, List.of(), List.of());

		Rendered with(List<String> changed) {
			return new Rendered(this.type, this.language, this.content, this.alt, this.link, changed, this.removed);
		}

	}

	/**
	 * What is said at a place.
	 * @param place as {@link OfferParts#place} writes it; the first where there is none
	 * @param profile to whom; empty for nobody
	 */
	Rendered render(String name, OfferContent content, String place, String profile) {
		return content.representations()
			.stream()
			.filter((representation) -> place.isEmpty() || OfferParts.place(representation).equals(place))
			.filter((representation) -> !representation.isBlank())
			.findFirst()
			.map((representation) -> render(name, content, representation, profile))
			.orElse(Rendered.NOTHING);
	}

	private Rendered render(String name, OfferContent content, Representation representation, String profile) {
		ContentFormat format = this.placements.findBySlug(representation.placement())
			.map(Placement::format)
			.orElse(ContentFormat.of(ContentType.TEXT));
		ContentValidator.Result result = this.validator.check(format, representation, content.attributes());
		Rendered rendered = new Rendered(format.type().key(), representation.language(), representation.content(),
				representation.alt(), representation.link(),
				result.faults().stream().map(OfferFault::of).map(this.messages::message).toList(), result.removed());
		if (!result.isValid()) {
			return rendered;
		}
		try {
			CompiledRepresentation compiled = CompiledRepresentation.compile(this.templates, format, result.safe(),
					content.attributes());
			return render(rendered, compiled, offer(name, content),
					this.recipients.person(profile, compiled.parts()).orElse(null));
		}
		catch (TextTooLongException ex) {
			return rendered.with(List.of(this.messages.message("offer.preview.long")));
		}
	}

	private static Rendered render(Rendered rendered, CompiledRepresentation compiled, Map<String, Object> offer,
			@Nullable PersonFacts person) {
		Locale language = rendered.language().isEmpty() ? LocaleContextHolder.getLocale()
				: Locale.forLanguageTag(rendered.language());
		FilledText text = compiled.fill(person, Map.of(), offer, language);
		return new Rendered(rendered.type(), rendered.language(), text.content(), text.alt(), text.link(), List.of(),
				rendered.removed());
	}

	private static Map<String, Object> offer(String name, OfferContent content) {
		return new HashMap<>(Map.of("name", name, "attributes", content.attributes()));
	}

}
