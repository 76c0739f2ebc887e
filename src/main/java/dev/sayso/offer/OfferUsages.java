package dev.sayso.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.FactUsage;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.offer.placement.CatalogueUsage;

/**
 * Says which offers have a text for a placement, and which are built on facts of people,
 * by their draft or by what is approved; whether people see them is for decisions to say.
 */
@Component
@Order(20)
class OfferUsages implements CatalogueUsage, FactUsage {

	private static final String OFFERS = """
			select o.slug, o.name, o.draft, case when o.archived_at is null then v.content end as shown
			from offer o left join offer_version v on v.offer_id = o.id and v.number = o.approved
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ConditionCompiler conditions;

	private final OfferTextAnalysis texts;

	OfferUsages(JdbcClient jdbc, JsonMapper json, ConditionCompiler conditions, OfferTextAnalysis texts) {
		this.jdbc = jdbc;
		this.json = json;
		this.conditions = conditions;
		this.texts = texts;
	}

	/** An offer with the placements that its draft and what shows have a text for. */
	private record PlacedOffer(String slug, String name, Set<String> drafted, Set<String> shown) {

		boolean isOn(String placement) {
			return this.drafted.contains(placement) || this.shown.contains(placement);
		}

	}

	private record StoredOffer(String slug, String name, String draft, @Nullable String approved) {

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
	public List<FactUsage.Use> find(Set<String> facts) {
		String named = facts.stream()
			.map((fact) -> "o.draft like ? or v.content like ?")
			.collect(Collectors.joining(" or ", "where ", " order by o.name, o.id"));
		List<StoredOffer> offers = this.jdbc.sql("""
				select o.slug, o.name, o.draft, v.content as approved
				from offer o left join offer_version v on v.offer_id = o.id and v.number = o.approved
				""" + named)
			.params(facts.stream().flatMap((fact) -> Stream.of("%" + fact + "%", "%" + fact + "%")).toList())
			.query(StoredOffer.class)
			.list();
		ConditionCompiler now = this.conditions.now();
		return offers.stream().flatMap((offer) -> use(offer, facts, now).stream()).toList();
	}

	private Optional<FactUsage.Use> use(StoredOffer offer, Set<String> facts, ConditionCompiler now) {
		List<OfferContent> contents = Stream.of(offer.draft(), offer.approved())
			.filter(Objects::nonNull)
			.map((content) -> this.json.readValue(content, OfferContent.class))
			.toList();
		return contents.stream().anyMatch((content) -> names(content, facts))
				? Optional.of(new FactUsage.Use("offer.use", offer.name(), "/offers/" + offer.slug(),
						contents.stream().mapToInt((content) -> broken(content, now)).sum()))
				: Optional.empty();
	}

	private static boolean names(OfferContent content, Set<String> facts) {
		try {
			if (content.eligible().comparisons().anyMatch((comparison) -> facts.contains(comparison.fact()))) {
				return true;
			}
		}
		catch (InvalidConditionException ex) {
			// what cannot be read names nothing
		}
		return content.representations()
			.stream()
			.flatMap(Representation::written)
			.anyMatch((text) -> facts.stream().anyMatch((fact) -> reads(text, "profile." + fact)));
	}

	private static boolean reads(String text, String name) {
		for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
			int end = at + name.length();
			if (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end))) {
				return true;
			}
		}
		return false;
	}

	private int broken(OfferContent content, ConditionCompiler now) {
		int texts = content.representations().size() - this.texts.compile(content).size();
		try {
			return now.faults(content.eligible()).isEmpty() ? texts : texts + 1;
		}
		catch (InvalidConditionException ex) {
			return texts + 1;
		}
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

}
