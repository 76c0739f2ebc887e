package dev.sayso.offer;

import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.audience.AudienceUsage;
import dev.sayso.condition.InvalidConditionException;

/**
 * Says which offers are for people in an audience, by their draft or by what shows.
 */
@Component
class UseOfAudiences implements AudienceUsage {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	UseOfAudiences(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** An offer in one of its forms. */
	private record Found(String slug, String name, String content) {

	}

	@Override
	public List<Use> of(String audience) {
		return this.jdbc.sql("""
				select slug, name, draft as content from offer where draft like :named
				union all
				select o.slug, o.name, v.content from offer o
				join offer_version v on v.offer_id = o.id and v.number = o.approved
				where v.content like :named""")
			.param("named", "%audiences." + audience + "%")
			.query(Found.class)
			.list()
			.stream()
			.filter((offer) -> names(offer).contains(audience))
			.map((offer) -> new Use("offer.use", offer.name(), "/offers/" + offer.slug()))
			.distinct()
			.sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
			.toList();
	}

	private Set<String> names(Found offer) {
		try {
			return AudienceUsage.in(this.json.readValue(offer.content(), OfferContent.class).eligible());
		}
		catch (InvalidConditionException ex) {
			return Set.of();
		}
	}

}
