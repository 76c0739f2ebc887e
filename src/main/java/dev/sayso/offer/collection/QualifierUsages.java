package dev.sayso.offer.collection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;

/**
 * Counts what names each qualifier, all of them in one reading.
 */
@Component
class QualifierUsages {

	private final Offers offers;

	private final OfferVersions versions;

	private final Collections collections;

	QualifierUsages(Offers offers, OfferVersions versions, Collections collections) {
		this.offers = offers;
		this.versions = versions;
		this.collections = collections;
	}

	/**
	 * What names one.
	 *
	 * @param offers how many offers carry it, in their draft or in what is approved
	 * @param collections how many collections pick by it
	 */
	record Tally(int offers, int collections) {

		static final Tally NONE = new Tally(0, 0);

		public boolean isUsed() {
			return this.offers + this.collections > 0;
		}

	}

	Map<String, Tally> all() {
		Map<String, Set<String>> carriers = new HashMap<>();
		Stream
			.concat(this.offers.findAllByOrderByName().stream().map((offer) -> Map.entry(offer.slug(), offer.draft())),
					this.versions.approved().stream().map((offer) -> Map.entry(offer.slug(), offer.content())))
			.forEach((offer) -> offer.getValue()
				.qualifiers()
				.forEach((qualifier) -> carriers.computeIfAbsent(qualifier, (key) -> new HashSet<>())
					.add(offer.getKey())));
		Map<String, Tally> tallies = new HashMap<>();
		carriers.forEach((qualifier, slugs) -> tallies.put(qualifier, new Tally(slugs.size(), 0)));
		this.collections.findAllByOrderByName()
			.stream()
			.flatMap((collection) -> collection.content().qualifiers().stream())
			.forEach((qualifier) -> tallies.merge(qualifier, new Tally(0, 1),
					(tally, more) -> new Tally(tally.offers(), tally.collections() + 1)));
		return tallies;
	}

	boolean isUsed(String slug) {
		return all().getOrDefault(slug, Tally.NONE).isUsed();
	}

}
