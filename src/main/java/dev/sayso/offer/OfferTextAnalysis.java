package dev.sayso.offer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.Templates;
import dev.sayso.store.HeldReadings;

/**
 * Analyses an offer's texts: what is wrong with them, what they read of a person, and
 * what is removed from them before they are saved.
 */
@Component
public class OfferTextAnalysis {

	private final Placements placements;

	private final ContentValidator validator;

	private final Templates templates;

	OfferTextAnalysis(Placements placements, ContentValidator validator, Templates templates) {
		this.placements = placements;
		this.validator = validator;
		this.templates = templates;
	}

	/**
	 * What is wrong with a text, by the name of the part it is wrong in. That nothing is
	 * written yet is nothing wrong with a draft.
	 */
	Map<String, OfferFault> faults(Representation representation, ContentFormat format, OfferContent offer) {
		Map<String, OfferFault> faults = new LinkedHashMap<>();
		if (!representation.isBlank()) {
			this.validator.check(format, representation, offer.attributes()).faults().forEach((fault) -> {
				String part = fault.code().matches("content\\.(alt|link)") ? fault.code().substring("content.".length())
						: "content";
				faults.putIfAbsent(fault.field().isEmpty() ? part + "." + OfferParts.place(representation)
						: OfferParts.field(fault.field(), representation), OfferFault.of(fault));
			});
		}
		return faults;
	}

	/**
	 * What is not written yet and has to be before an approval, by the name of the part.
	 */
	Map<String, OfferFault> missing(OfferContent offer) {
		Map<String, OfferFault> faults = new LinkedHashMap<>();
		offer.representations()
			.stream()
			.filter((representation) -> !representation.isBlank())
			.forEach((representation) -> format(representation).ifPresent((format) -> format.layout()
				.missing(representation.fields())
				.forEach((field) -> faults.put(OfferParts.field(field.key(), representation),
						OfferFault.of("offer.content.mandatory", field.label())))));
		return faults;
	}

	OfferContent sanitize(OfferContent offer) {
		List<Representation> safe = offer.representations()
			.stream()
			.map((text) -> check(text, offer).map(ContentValidator.Result::safe).orElse(text))
			.toList();
		return new OfferContent(safe, offer.qualifiers(), offer.attributes(), offer.validity(), offer.priority(),
				offer.eligibility(), offer.caps(), offer.personal());
	}

	public Set<String> removed(OfferContent offer) {
		Set<String> removed = new TreeSet<>();
		offer.representations()
			.forEach((representation) -> check(representation, offer).map(ContentValidator.Result::removed)
				.ifPresent(removed::addAll));
		return removed;
	}

	public Map<Representation, CompiledRepresentation> compile(OfferContent offer) {
		Map<Representation, CompiledRepresentation> compiled = new LinkedHashMap<>();
		Templates now = this.templates.now();
		for (Representation representation : offer.representations()) {
			try {
				compiled.put(representation,
						CompiledRepresentation.compile(now,
								format(representation).orElse(ContentFormat.of(ContentType.TEXT)), representation,
								offer.attributes()));
			}
			catch (InvalidTemplateException ex) {
				// the editor says at its field what is wrong
			}
		}
		return compiled;
	}

	private Optional<ContentValidator.Result> check(Representation representation, OfferContent offer) {
		return representation.isBlank() ? Optional.empty()
				: format(representation)
					.map((format) -> this.validator.check(format, representation, offer.attributes()))
					.filter(ContentValidator.Result::isValid);
	}

	/** What a placement shows; empty where there is none of this key. */
	Optional<ContentFormat> format(String placement) {
		return HeldReadings.get(this, HashMap<String, Optional<ContentFormat>>::new)
			.computeIfAbsent(placement, (slug) -> this.placements.findBySlug(slug).map(Placement::format));
	}

	private Optional<ContentFormat> format(Representation representation) {
		return format(representation.placement());
	}

}
