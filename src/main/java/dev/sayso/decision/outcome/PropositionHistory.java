package dev.sayso.decision.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionReason;
import dev.sayso.shared.ProfileId;

/**
 * What a person was shown, as long as it is kept, and what came of it.
 */
@Component
public class PropositionHistory {

	private static final int PAGE = 25;

	private final JdbcClient jdbc;

	private final OutcomeRows propositions;

	private final DecisionCatalogue catalogue;

	PropositionHistory(JdbcClient jdbc, OutcomeRows propositions, DecisionCatalogue catalogue) {
		this.jdbc = jdbc;
		this.propositions = propositions;
		this.catalogue = catalogue;
	}

	/**
	 * Some of it, the newest first.
	 *
	 * @param older where to go on; null at the end
	 */
	record Page(List<Row> rows, @Nullable UUID older) {

	}

	/**
	 * A proposition.
	 *
	 * @param decision its name; null where it is gone
	 * @param slug the decision's key; null where it is gone
	 * @param placement by name
	 * @param offers by name; empty for nothing
	 */
	record Row(UUID id, Instant at, @Nullable String decision, @Nullable String slug, int version, String placement,
			DecisionReason reason, String offers, String language, List<Event> events) {

		public boolean isFallback() {
			return this.reason != DecisionReason.PICKED;
		}

	}

	record Event(String type, Instant at) {

	}

	/** What came before one proposition; the newest where there is none. */
	public Page list(ProfileId profile, @Nullable UUID before) {
		StoredProposition last = (before != null) ? this.propositions.find(before).orElse(null) : null;
		CatalogueLookup lookup = this.catalogue.look();
		List<Row> rows = this.jdbc.sql("""
				select p.*, d.slug, d.name from proposition p left join decision d on d.id = p.decision_id
				where p.profile_id = :profile and (p.at < :at or (p.at = :at and p.id < :id))
				order by p.at desc, p.id desc limit :most""")
			.param("profile", profile.id())
			.param("at", ((last != null) ? last.at() : Instant.parse("9999-01-01T00:00:00Z")).atOffset(ZoneOffset.UTC))
			.param("id", (last != null) ? last.id() : new UUID(0, 0))
			.param("most", PAGE + 1)
			.query((row, number) -> row(row, lookup))
			.list();
		List<Row> page = rows.subList(0, Math.min(rows.size(), PAGE));
		addEvents(page);
		return new Page(page, (rows.size() > PAGE) ? page.get(PAGE - 1).id() : null);
	}

	private void addEvents(List<Row> rows) {
		Map<UUID, Row> byId = rows.stream().collect(Collectors.toMap(Row::id, Function.identity()));
		this.jdbc.sql("""
				select proposition_id, type, at from proposition_event
				where proposition_id = any(:ids) order by at, type""")
			.param("ids", byId.keySet().toArray(UUID[]::new))
			.query((row) -> {
				byId.get(row.getObject("proposition_id", UUID.class))
					.events()
					.add(new Event(row.getString("type"), row.getObject("at", OffsetDateTime.class).toInstant()));
			});
	}

	private static Row row(ResultSet row, CatalogueLookup lookup) throws SQLException {
		String offers = row.getString("offers");
		return new Row(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("name"), row.getString("slug"), row.getInt("decision_version"),
				lookup.placementName(row.getString("placement")), DecisionReason.valueOf(row.getString("reason")),
				offers.isEmpty() ? ""
						: Arrays.stream(offers.split(",")).map(lookup::offerName).collect(Collectors.joining(", ")),
				row.getString("language"), new ArrayList<>());
	}

}
