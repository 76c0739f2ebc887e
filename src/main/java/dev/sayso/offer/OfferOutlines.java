package dev.sayso.offer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.store.Outlines;

@Component
public class OfferOutlines extends Outlines<OfferOutline> {

	private final Offers offers;

	OfferOutlines(JdbcClient jdbc, Offers offers) {
		super(jdbc, "offer", OfferOutline::version);
		this.offers = offers;
	}

	@Override
	protected Map<UUID, OfferOutline> read(List<UUID> ids) {
		return this.offers.findByIdIn(ids).stream().collect(Collectors.toMap(Offer::id, OfferOutline::of));
	}

}
