package dev.sayso.offer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is wrong with an offer whatever else is in the catalogue: too much of
 * something, or the same twice.
 */
final class CheckLimits {

	/** How many texts an offer may have. */
	private static final int MOST_TEXTS = 500;

	/** How much may be written in all of them. */
	private static final int MOST_WRITTEN = 400_000;

	private CheckLimits() {
	}

	static Map<String, OfferFault> of(OfferContent content) {
		Map<String, OfferFault> wrongs = new LinkedHashMap<>();
		Set<String> places = new HashSet<>();
		content.representations()
			.stream()
			.map(OfferParts::place)
			.filter((place) -> !places.add(place))
			.forEach((place) -> wrongs.put("content." + place, OfferFault.of("offer.fault.twice")));
		caps(content, wrongs);
		int written = OfferParts.of("", content).values().stream().mapToInt(String::length).sum();
		if (places.size() > MOST_TEXTS || written > MOST_WRITTEN) {
			wrongs.put("representations", OfferFault.of("offer.fault.large", MOST_WRITTEN));
		}
		if (content.attributes().size() > OfferAttribute.MOST) {
			wrongs.put("attributes", OfferFault.of("offer.fault.attributes", OfferAttribute.MOST));
		}
		return wrongs;
	}

	private static void caps(OfferContent content, Map<String, OfferFault> wrongs) {
		Set<String> keys = new HashSet<>();
		for (int at = 0; at < content.caps().size(); at++) {
			if (!keys.add(content.caps().get(at).key())) {
				wrongs.put("caps." + at + ".event", OfferFault.of("offer.fault.cap.twice"));
			}
		}
		if (content.caps().size() > Cap.MOST) {
			wrongs.put("caps", OfferFault.of("offer.fault.caps", Cap.MOST));
		}
	}

}
