package dev.sayso.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.sayso.offer.Offer;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.placement.Placement;

/**
 * Placements, collections and offers by key, each looked up once; what is gone is called
 * by its key.
 */
public final class CatalogueLookup {

	private final Map<String, Optional<Placement>> placements = new HashMap<>();

	private final Map<String, Optional<Collection>> collections = new HashMap<>();

	private final Map<String, Optional<Offer>> offers = new HashMap<>();

	private final Function<String, Optional<Placement>> findPlacement;

	private final Function<String, Optional<Collection>> findCollection;

	private final Function<String, Optional<Offer>> findOffer;

	CatalogueLookup(Function<String, Optional<Placement>> findPlacement,
			Function<String, Optional<Collection>> findCollection, Function<String, Optional<Offer>> findOffer) {
		this.findPlacement = findPlacement;
		this.findCollection = findCollection;
		this.findOffer = findOffer;
	}

	public Optional<Placement> placement(String slug) {
		return this.placements.computeIfAbsent(slug, this.findPlacement);
	}

	public Optional<Collection> collection(String slug) {
		return this.collections.computeIfAbsent(slug, this.findCollection);
	}

	public Optional<Offer> offer(String slug) {
		return this.offers.computeIfAbsent(slug, this.findOffer);
	}

	public String placementName(String slug) {
		return placement(slug).map(Placement::name).orElse(slug);
	}

	public String collectionName(String slug) {
		return collection(slug).map(Collection::name).orElse(slug);
	}

	public String offerName(String slug) {
		return offer(slug).map(Offer::name).orElse(slug);
	}

}
