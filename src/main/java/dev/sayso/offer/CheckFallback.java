package dev.sayso.offer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.condition.InvalidConditionException;

/**
 * Holds that a fallback offer is for everybody: it is what shows where nothing else may.
 */
@Component
class CheckFallback {

	private final OfferTextAnalysis texts;

	private final CatalogueLabels places;

	CheckFallback(OfferTextAnalysis texts, CatalogueLabels places) {
		this.texts = texts;
		this.places = places;
	}

	/**
	 * What is wrong with one, by the name of the part it is wrong in.
	 */
	Map<String, OfferFault> of(OfferContent content) {
		Map<String, OfferFault> wrongs = new LinkedHashMap<>();
		this.texts.copies(content)
			.forEach((one, copy) -> copy.profileNames()
				.forEach((name) -> wrongs.putIfAbsent("content." + OfferParts.place(one), reads(name, one))));
		if (!isForEverybody(content)) {
			wrongs.put("eligibility", OfferFault.of("offer.fallback.eligibility"));
		}
		if (!content.caps().isEmpty()) {
			wrongs.put("caps", OfferFault.of("offer.fallback.caps"));
		}
		if (content.personal()) {
			wrongs.put("personal", OfferFault.of("offer.fallback.personal"));
		}
		return wrongs;
	}

	private OfferFault reads(String name, Representation one) {
		String placement = this.places.placement(one.placement());
		return one.language().isEmpty() ? OfferFault.of("offer.fallback.reads.any", "profile." + name, placement)
				: OfferFault.of("offer.fallback.reads", "profile." + name, placement,
						this.places.language(one.language()));
	}

	private static boolean isForEverybody(OfferContent content) {
		try {
			return content.eligible().isEverybody();
		}
		catch (InvalidConditionException ex) {
			return false;
		}
	}

}
