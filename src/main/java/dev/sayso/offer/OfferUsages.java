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

import dev.sayso.offer.placement.CatalogueUsage;

/**
 * Says which offers speak on a placement, in their draft or in what is approved; whether
 * people see them is for decisions to say.
 */
@Component
class OfferUsages implements CatalogueUsage {

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

	/** An offer with the placements its draft and what shows of it speak on. */
	private record Speaker(String slug, String name, Set<String> drafted, Set<String> shown) {

		boolean speaksOn(String placement) {
			return this.drafted.contains(placement) || this.shown.contains(placement);
		}

	}

	@Override
	public List<Use> of(String kind, String slug) {
		if (!kind.equals("placement")) {
			return List.of();
		}
		// what names it somewhere is few, what names it as a placement is read
		return this.jdbc.sql(OFFERS + "where o.draft like :named or v.content like :named order by o.name, o.id")
			.param("named", "%\"" + slug + "\"%")
			.query(this::speaker)
			.list()
			.stream()
			.filter((offer) -> offer.speaksOn(slug))
			.map((offer) -> new Use(offer.shown().contains(slug) ? "placement.use.offer" : "placement.use.draft",
					offer.name(), "/offers/" + offer.slug(), false))
			.toList();
	}

	@Override
	public Map<String, Integer> counts(String kind, Set<String> slugs) {
		Map<String, Integer> counts = new HashMap<>();
		if (kind.equals("placement") && !slugs.isEmpty()) {
			this.jdbc.sql(OFFERS).query(this::speaker).list().forEach((offer) -> {
				Set<String> places = new HashSet<>(offer.drafted());
				places.addAll(offer.shown());
				places.forEach((place) -> counts.merge(place, 1, Integer::sum));
			});
		}
		return counts;
	}

	private Speaker speaker(ResultSet row, int index) throws SQLException {
		return new Speaker(row.getString("slug"), row.getString("name"), places(row.getString("draft")),
				places(row.getString("shown")));
	}

	private Set<String> places(@Nullable String content) {
		Set<String> places = new HashSet<>();
		if (content != null) {
			this.json.readValue(content, OfferContent.class)
				.representations()
				.forEach((one) -> places.add(one.placement()));
		}
		return places;
	}

}
