package dev.sayso.offer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;

/**
 * Holds that a fallback offer is for everybody: it is what shows where nothing else may.
 */
@Component
class CheckFallback {

	private final OfferTexts texts;

	CheckFallback(OfferTexts texts) {
		this.texts = texts;
	}

	Map<String, Wrong> of(OfferContent content) {
		Map<String, Wrong> wrongs = new LinkedHashMap<>();
		for (Representation one : content.representations()) {
			this.texts.reads(one, content)
				.forEach((name) -> wrongs.putIfAbsent("content." + OfferParts.place(one),
						Wrong.of("offer.fault.fallback.reads", name)));
		}
		if (!content.eligibility().isEmpty() && !content.eligible().equals(Condition.EVERYBODY)) {
			wrongs.put("eligibility", Wrong.of("offer.fault.fallback.eligibility"));
		}
		if (!content.caps().isEmpty()) {
			wrongs.put("caps", Wrong.of("offer.fault.fallback.caps"));
		}
		if (content.personal()) {
			wrongs.put("personal", Wrong.of("offer.fault.fallback.personal"));
		}
		return wrongs;
	}

}
