package dev.sayso.offer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Named;
import dev.sayso.shared.TextNormalizer;

/**
 * An offer as lists show it, without its texts.
 *
 * @param searchName its name without case and accents
 * @param languages by placement, {@code *} for any
 */
public record OfferOutline(UUID id, int version, String slug, String name, String searchName, boolean fallback,
		Offer.Status status, @Nullable Integer approved, int priority, Validity validity,
		Map<String, TreeSet<String>> languages, List<String> qualifiers, Instant changedAt,
		String changedBy) implements Named {

	static OfferOutline of(Offer offer) {
		Map<String, TreeSet<String>> languages = new LinkedHashMap<>();
		offer.draft()
			.representations()
			.forEach((representation) -> languages.computeIfAbsent(representation.placement(), (key) -> new TreeSet<>())
				.add(representation.language().isEmpty() ? OfferParts.ANY : representation.language()));
		OfferContent draft = offer.draft();
		return new OfferOutline(offer.id(), (offer.version() != null) ? offer.version() : 0, offer.slug(), offer.name(),
				TextNormalizer.text(offer.name()), offer.fallback(), offer.status(), offer.approved(), draft.priority(),
				draft.validity(), languages, draft.qualifiers(), offer.changedAt(), offer.changedBy());
	}

}
