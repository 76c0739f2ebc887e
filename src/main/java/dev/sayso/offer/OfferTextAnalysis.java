package dev.sayso.offer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.Templates;

/**
 * Knows an offer's texts as its editor needs them: what is wrong with them, what they
 * read of a person, and what is taken out of them before they are kept.
 */
@Component
public class OfferTextAnalysis {

	private final Placements placements;

	private final ContentValidator check;

	private final Templates templates;

	OfferTextAnalysis(Placements placements, ContentValidator check, Templates templates) {
		this.placements = placements;
		this.check = check;
		this.templates = templates;
	}

	/**
	 * What is wrong with a text, by the name of the part it is wrong in. That nothing is
	 * written yet is nothing wrong with a draft.
	 */
	Map<String, OfferFault> wrongs(Representation one, ContentType type, OfferContent offer) {
		Map<String, OfferFault> wrongs = new LinkedHashMap<>();
		if (!one.content().isBlank()) {
			this.check.check(type, one, offer.attributes().keySet()).faults().forEach((fault) -> {
				String part = fault.code().matches("content\\.(alt|link)") ? fault.code().substring("content.".length())
						: "content";
				wrongs.putIfAbsent(part + "." + OfferParts.place(one), OfferFault.of(fault));
			});
		}
		return wrongs;
	}

	/**
	 * The same offer with what is safe of its texts.
	 */
	OfferContent cleaned(OfferContent offer) {
		List<Representation> clean = new ArrayList<>();
		offer.representations()
			.forEach((one) -> clean.add(checked(one, offer).map(ContentValidator.Checked::said).orElse(one)));
		return new OfferContent(clean, offer.qualifiers(), offer.attributes(), offer.validity(), offer.priority(),
				offer.eligibility(), offer.caps(), offer.personal());
	}

	/**
	 * What is taken out of them: elements and attributes.
	 */
	public Set<String> removed(OfferContent offer) {
		Set<String> removed = new TreeSet<>();
		offer.representations()
			.forEach((one) -> checked(one, offer).map(ContentValidator.Checked::removed).ifPresent(removed::addAll));
		return removed;
	}

	/**
	 * What each text reads of a person, by representation; none that cannot be filled.
	 */
	public Map<Representation, CompiledRepresentation> copies(OfferContent offer) {
		Map<Representation, CompiledRepresentation> copies = new LinkedHashMap<>();
		Templates now = this.templates.now();
		for (Representation one : offer.representations()) {
			try {
				copies.put(one, CompiledRepresentation.compile(now, type(one).orElse(ContentType.TEXT), one,
						offer.attributes().keySet()));
			}
			catch (InvalidTemplateException ex) {
				// the editor says at its field what is wrong
			}
		}
		return copies;
	}

	private Optional<ContentValidator.Checked> checked(Representation one, OfferContent offer) {
		return one.content().isBlank() ? Optional.empty()
				: type(one).map((type) -> this.check.check(type, one, offer.attributes().keySet()))
					.filter(ContentValidator.Checked::isFine);
	}

	private Optional<ContentType> type(Representation one) {
		return this.placements.findBySlug(one.placement()).map(Placement::type);
	}

}
