package dev.sayso.offer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All the offers as lists tell of them. There may be ten thousand with long texts: of
 * those only what changed since the last look is read.
 */
@Component
public class OfferOutlines {

	private final JdbcClient jdbc;

	private final Offers offers;

	private final Map<UUID, OfferOutline> known = new ConcurrentHashMap<>();

	OfferOutlines(JdbcClient jdbc, Offers offers) {
		this.jdbc = jdbc;
		this.offers = offers;
	}

	public List<OfferOutline> all() {
		Map<UUID, Integer> versions = new HashMap<>();
		this.jdbc.sql("select id, version from offer").query((row) -> {
			versions.put(row.getObject(1, UUID.class), row.getInt(2));
		});
		this.known.keySet().retainAll(versions.keySet());
		List<UUID> stale = versions.entrySet().stream().filter(this::isStale).map(Map.Entry::getKey).toList();
		for (int from = 0; from < stale.size(); from += 500) {
			this.offers.findByIdIn(stale.subList(from, Math.min(from + 500, stale.size())))
				.forEach((offer) -> this.known.put(offer.id(), OfferOutline.of(offer)));
		}
		return List.copyOf(this.known.values());
	}

	private boolean isStale(Map.Entry<UUID, Integer> offer) {
		OfferOutline outline = this.known.get(offer.getKey());
		return outline == null || outline.version() != offer.getValue();
	}

}
