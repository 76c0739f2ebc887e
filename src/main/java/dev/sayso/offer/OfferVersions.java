package dev.sayso.offer;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.store.Version;
import dev.sayso.store.Versions;

@Component
public class OfferVersions extends Versions<OfferContent> {

	OfferVersions(JdbcClient jdbc, JsonMapper json) {
		super(jdbc, json, "offer", OfferContent.class);
	}

	public void add(Offer approved) {
		add(new Version<>(approved.id(), approved.approved(), approved.name(), approved.draft(), approved.changedAt(),
				approved.changedBy()));
	}

	public List<ApprovedOffer> approved() {
		return this.jdbc.sql("""
				select v.*, o.slug, o.fallback
				from offer_version v join offer o on o.id = v.offer_id and o.approved = v.number
				where o.archived_at is null""").query((row, index) -> {
			Version<OfferContent> version = read(row, index);
			return new ApprovedOffer(version.thing(), version.number(), row.getString("slug"), version.name(),
					row.getBoolean("fallback"), version.content());
		}).list();
	}

}
