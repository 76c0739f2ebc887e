package dev.sayso.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.audience.AudienceUsage;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.offer.placement.CatalogueUsage;

/**
 * Says which offers have a text for a placement and which are for people in an audience,
 * by their draft or by what is approved; whether people see them is for decisions to say.
 */
@Component
class OfferUsages implements CatalogueUsage, AudienceUsage {

	private static final String OFFERS = """
			select o.slug, o.name, o.draft, case when o.archived_at is null then v.content end as shown
			from offer o left join offer_version v on v.offer_id = o.id and v.number = o.approved
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	OfferUsages(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** An offer with the placements that its draft and what shows have a text for. */
	private record PlacedOffer(String slug, String name, Set<String> drafted, Set<String> shown) {

		boolean isOn(String placement) {
			return this.drafted.contains(placement) || this.shown.contains(placement);
		}

	}

	private record StoredOffer(String slug, String name, String content) {

	}

	@Override
	public List<CatalogueUsage.Use> find(String kind, String slug) {
		if (!kind.equals("placement")) {
			return List.of();
		}
		// what names it somewhere is few, what names it as a placement is read
		return this.jdbc.sql(OFFERS + "where o.draft like :named or v.content like :named order by o.name, o.id")
			.param("named", "%\"" + slug + "\"%")
			.query(this::placedOffer)
			.list()
			.stream()
			.filter((offer) -> offer.isOn(slug))
			.map((offer) -> new CatalogueUsage.Use(
					offer.shown().contains(slug) ? "placement.use.offer" : "placement.use.draft", offer.name(),
					"/offers/" + offer.slug(), false))
			.toList();
	}

	@Override
	public Map<String, Integer> counts(String kind, Set<String> slugs) {
		Map<String, Integer> counts = new HashMap<>();
		if (kind.equals("placement") && !slugs.isEmpty()) {
			this.jdbc.sql(OFFERS).query(this::placedOffer).list().forEach((offer) -> {
				Set<String> placements = new HashSet<>(offer.drafted());
				placements.addAll(offer.shown());
				placements.forEach((placement) -> counts.merge(placement, 1, Integer::sum));
			});
		}
		return counts;
	}

	@Override
	public List<AudienceUsage.Use> find(String audience) {
		return this.jdbc.sql("""
				select slug, name, draft as content from offer where draft like :named
				union all
				select o.slug, o.name, v.content from offer o
				join offer_version v on v.offer_id = o.id and v.number = o.approved
				where v.content like :named""")
			.param("named", "%audiences." + audience + "%")
			.query(StoredOffer.class)
			.list()
			.stream()
			.filter((offer) -> audiences(offer).contains(audience))
			.map((offer) -> new AudienceUsage.Use("offer.use", offer.name(), "/offers/" + offer.slug()))
			.distinct()
			.sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
			.toList();
	}

	private PlacedOffer placedOffer(ResultSet row, int index) throws SQLException {
		return new PlacedOffer(row.getString("slug"), row.getString("name"), placements(row.getString("draft")),
				placements(row.getString("shown")));
	}

	private Set<String> placements(@Nullable String content) {
		Set<String> placements = new HashSet<>();
		if (content != null) {
			this.json.readValue(content, OfferContent.class)
				.representations()
				.forEach((representation) -> placements.add(representation.placement()));
		}
		return placements;
	}

	private Set<String> audiences(StoredOffer offer) {
		try {
			return AudienceUsage.in(this.json.readValue(offer.content(), OfferContent.class).eligible());
		}
		catch (InvalidConditionException ex) {
			return Set.of();
		}
	}

}
