package dev.sayso.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.sayso.offer.Offer;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.placement.Placement;

/**
 * Placements, collections, offers and strategies by key, each looked up once; what is
 * gone is called by its key.
 */
public final class CatalogueLookup {

	private final Function<String, Optional<Placement>> placements;

	private final Function<String, Optional<Collection>> collections;

	private final Function<String, Optional<Offer>> offers;

	private final Function<String, Optional<Strategy>> strategies;

	CatalogueLookup(Function<String, Optional<Placement>> placements,
			Function<String, Optional<Collection>> collections, Function<String, Optional<Offer>> offers,
			Function<String, Optional<Strategy>> strategies) {
		this.placements = remember(placements);
		this.collections = remember(collections);
		this.offers = remember(offers);
		this.strategies = remember(strategies);
	}

	private static <T> Function<String, Optional<T>> remember(Function<String, Optional<T>> find) {
		Map<String, Optional<T>> known = new HashMap<>();
		return (slug) -> known.computeIfAbsent(slug, find);
	}

	public Optional<Placement> placement(String slug) {
		return this.placements.apply(slug);
	}

	public Optional<Collection> collection(String slug) {
		return this.collections.apply(slug);
	}

	public Optional<Offer> offer(String slug) {
		return this.offers.apply(slug);
	}

	public Optional<Strategy> strategy(String slug) {
		return this.strategies.apply(slug);
	}

	/** Its key where there is none, as with the other names. */
	public String placementName(String slug) {
		return placement(slug).map(Placement::name).orElse(slug);
	}

	public String collectionName(String slug) {
		return collection(slug).map(Collection::name).orElse(slug);
	}

	public String offerName(String slug) {
		return offer(slug).map(Offer::name).orElse(slug);
	}

	public String strategyName(String slug) {
		return strategy(slug).map(Strategy::name).orElse(slug);
	}

}
