package dev.sayso.offer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Outlines of all the offers. There may be ten thousand with long texts, so that only
 * those that changed since the last call are read.
 */
@Component
public class OfferOutlines {

	private final JdbcClient jdbc;

	private final Offers offers;

	private final Map<UUID, OfferOutline> outlines = new ConcurrentHashMap<>();

	OfferOutlines(JdbcClient jdbc, Offers offers) {
		this.jdbc = jdbc;
		this.offers = offers;
	}

	public List<OfferOutline> all() {
		Map<UUID, Integer> versions = new HashMap<>();
		this.jdbc.sql("select id, version from offer").query((row) -> {
			versions.put(row.getObject(1, UUID.class), row.getInt(2));
		});
		this.outlines.keySet().retainAll(versions.keySet());
		List<UUID> stale = versions.entrySet().stream().filter(this::isStale).map(Map.Entry::getKey).toList();
		for (int from = 0; from < stale.size(); from += 500) {
			this.offers.findByIdIn(stale.subList(from, Math.min(from + 500, stale.size())))
				.forEach((offer) -> this.outlines.put(offer.id(), OfferOutline.of(offer)));
		}
		return List.copyOf(this.outlines.values());
	}

	private boolean isStale(Map.Entry<UUID, Integer> offer) {
		OfferOutline outline = this.outlines.get(offer.getKey());
		return outline == null || outline.version() != offer.getValue();
	}

}
