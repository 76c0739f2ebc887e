package dev.sayso.offer;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.BadCondition;

/**
 * Finds what is wrong with an offer, by the name of the part it is wrong in.
 */
@Component
class CheckOffer {

	private final Placements placements;

	private final Qualifiers qualifiers;

	private final CheckFallback fallbacks;

	private final OfferTexts texts;

	CheckOffer(Placements placements, Qualifiers qualifiers, CheckFallback fallbacks, OfferTexts texts) {
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.fallbacks = fallbacks;
		this.texts = texts;
	}

	/**
	 * What keeps an offer from being saved.
	 */
	Map<String, Wrong> of(boolean fallback, OfferContent content) {
		Map<String, Wrong> wrongs = new LinkedHashMap<>();
		content.representations().forEach((one) -> check(one, content, wrongs));
		Set<String> places = new HashSet<>();
		content.representations()
			.stream()
			.map(OfferParts::place)
			.filter((place) -> !places.add(place))
			.forEach((place) -> wrongs.putIfAbsent("content." + place, Wrong.of("offer.fault.twice")));
		content.qualifiers()
			.stream()
			.filter((qualifier) -> this.qualifiers.findBySlug(qualifier).isEmpty())
			.forEach((qualifier) -> wrongs.put("qualifier." + qualifier, Wrong.of("offer.fault.qualifier", qualifier)));
		caps(content, wrongs);
		eligibility(content, wrongs);
		sizes(content, wrongs);
		if (fallback) {
			this.fallbacks.of(content).forEach(wrongs::putIfAbsent);
		}
		return wrongs;
	}

	/**
	 * What keeps it from being approved beside that: it would show nothing.
	 */
	Map<String, Wrong> ofApproval(boolean fallback, OfferContent content) {
		Map<String, Wrong> wrongs = new LinkedHashMap<>(of(fallback, content));
		if (content.representations().isEmpty()) {
			wrongs.put("representations", Wrong.of("offer.fault.silent"));
		}
		content.representations()
			.stream()
			.filter((one) -> one.content().isBlank())
			.forEach((one) -> wrongs.putIfAbsent("content." + OfferParts.place(one), Wrong.of("offer.fault.blank")));
		return wrongs;
	}

	/**
	 * A language as it is written for good; empty for what is none (BCP 47).
	 */
	static Optional<String> language(String typed) {
		try {
			Locale locale = new Locale.Builder().setLanguageTag(typed.replace('_', '-')).build();
			return Optional.of(locale.toLanguageTag())
				.filter((tag) -> !locale.getLanguage().isEmpty() && tag.length() <= 35);
		}
		catch (IllformedLocaleException ex) {
			return Optional.empty();
		}
	}

	private void check(Representation one, OfferContent offer, Map<String, Wrong> wrongs) {
		String place = OfferParts.place(one);
		boolean spoken = one.language().isEmpty()
				|| language(one.language()).filter(one.language()::equals).isPresent();
		if (!spoken) {
			wrongs.put("content." + place, Wrong.of("offer.fault.language", one.language()));
		}
		this.placements.findBySlug(one.placement())
			.ifPresentOrElse((placement) -> this.texts.of(one, placement.type(), offer).forEach(wrongs::putIfAbsent),
					() -> wrongs.put("content." + place, Wrong.of("offer.fault.placement", one.placement())));
	}

	private static void caps(OfferContent content, Map<String, Wrong> wrongs) {
		Set<String> keys = new HashSet<>();
		for (int at = 0; at < content.caps().size(); at++) {
			Cap cap = content.caps().get(at);
			if (!keys.add(cap.key())) {
				wrongs.put("caps." + at + ".event", Wrong.of("offer.fault.cap.twice"));
			}
		}
		if (content.caps().size() > Cap.MOST) {
			wrongs.put("caps", Wrong.of("offer.fault.caps", Cap.MOST));
		}
	}

	private void eligibility(OfferContent content, Map<String, Wrong> wrongs) {
		try {
			if (!this.texts.faults(content.eligible()).isEmpty()) {
				wrongs.put("eligibility", Wrong.of("offer.fault.eligibility"));
			}
		}
		catch (BadCondition ex) {
			wrongs.put("eligibility", Wrong.of("offer.fault.eligibility"));
		}
	}

	private static void sizes(OfferContent content, Map<String, Wrong> wrongs) {
		int written = OfferParts.of("", content).values().stream().mapToInt(String::length).sum();
		if (content.representations().size() > 500 || written > 400_000) {
			wrongs.put("representations", Wrong.of("offer.fault.large"));
		}
		if (content.attributes().size() > Attribute.MOST) {
			wrongs.put("attributes", Wrong.of("offer.fault.attributes", Attribute.MOST));
		}
	}

}
