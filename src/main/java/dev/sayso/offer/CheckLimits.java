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

	static Map<String, Wrong> of(OfferContent content) {
		Map<String, Wrong> wrongs = new LinkedHashMap<>();
		Set<String> places = new HashSet<>();
		content.representations()
			.stream()
			.map(OfferParts::place)
			.filter((place) -> !places.add(place))
			.forEach((place) -> wrongs.put("content." + place, Wrong.of("offer.fault.twice")));
		caps(content, wrongs);
		int written = OfferParts.of("", content).values().stream().mapToInt(String::length).sum();
		if (places.size() > MOST_TEXTS || written > MOST_WRITTEN) {
			wrongs.put("representations", Wrong.of("offer.fault.large", MOST_WRITTEN));
		}
		if (content.attributes().size() > Attribute.MOST) {
			wrongs.put("attributes", Wrong.of("offer.fault.attributes", Attribute.MOST));
		}
		return wrongs;
	}

	private static void caps(OfferContent content, Map<String, Wrong> wrongs) {
		Set<String> keys = new HashSet<>();
		for (int at = 0; at < content.caps().size(); at++) {
			if (!keys.add(content.caps().get(at).key())) {
				wrongs.put("caps." + at + ".event", Wrong.of("offer.fault.cap.twice"));
			}
		}
		if (content.caps().size() > Cap.MOST) {
			wrongs.put("caps", Wrong.of("offer.fault.caps", Cap.MOST));
		}
	}

}
