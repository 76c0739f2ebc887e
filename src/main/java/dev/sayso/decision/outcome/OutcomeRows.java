package dev.sayso.decision.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.DecisionReason;
import dev.sayso.offer.Cap;
import dev.sayso.shared.ProfileId;

/**
 * Writes what decisions answered, and what came of it, in few statements for many
 * answers.
 */
@Component
public class OutcomeRows {

	private final JdbcTemplate jdbc;

	private final DecisionSettings settings;

	OutcomeRows(JdbcTemplate jdbc, DecisionSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * Writes what a batch answered before anybody is told: of so many that are made at
	 * once, most would find no room where single answers wait to be written.
	 */
	@Transactional
	public void write(List<DecisionResult> answers, LocalDate today) {
		OutcomeTally tally = new OutcomeTally();
		List<StoredProposition> propositions = answers.stream()
			.flatMap((result) -> result.propositions().stream().map((answer) -> StoredProposition.of(answer, result)))
			.toList();
		propositions.forEach((proposition) -> tally.add(proposition, "decision", today));
		write((this.settings.days() > 0) ? propositions : List.of(), tally.drain());
	}

	/**
	 * Writes all of it or nothing. Whoever was erased since is not named.
	 * @throws org.springframework.dao.DuplicateKeyException when these propositions were
	 * written already
	 */
	@Transactional
	public void write(List<StoredProposition> propositions, Map<OutcomeTally.Sum, Long> sums) {
		if (!propositions.isEmpty()) {
			add(propositions);
		}
		if (!sums.isEmpty()) {
			add(sums);
		}
	}

	/** All of them in one statement, which takes the store a fraction of so many. */
	private void add(List<StoredProposition> propositions) {
		this.jdbc.update("""
				insert into proposition (id, at, decision_id, decision_version, placement, profile_id, reason, offers,
					language)
				select k.id, k.at, k.decision, k.version, k.placement, p.id, k.reason, k.offers, k.language
				from unnest(cast(? as uuid array), cast(? as timestamp(6) with time zone array), cast(? as uuid array),
					cast(? as int array), cast(? as varchar array), cast(? as uuid array), cast(? as varchar array),
					cast(? as varchar array), cast(? as varchar array))
					as k (id, at, decision, version, placement, person, reason, offers, language)
				left join profile p on p.id = k.person""", column(propositions, "uuid", StoredProposition::id),
				column(propositions, "timestamptz", (proposition) -> proposition.at().atOffset(ZoneOffset.UTC)),
				column(propositions, "uuid", StoredProposition::decision),
				column(propositions, "int4", StoredProposition::version),
				column(propositions, "varchar", StoredProposition::placement),
				column(propositions, "uuid",
						(proposition) -> (proposition.profile() != null) ? proposition.profile().id() : null),
				column(propositions, "varchar", (proposition) -> proposition.reason().name()),
				column(propositions, "varchar", (proposition) -> String.join(",", proposition.offers())),
				column(propositions, "varchar", StoredProposition::language));
	}

	private static SqlTypeValue column(List<StoredProposition> propositions, String type,
			Function<StoredProposition, @Nullable Object> value) {
		Object[] values = propositions.stream().map(value).toArray();
		return (statement, at, sqlType, name) -> statement.setArray(at,
				statement.getConnection().createArrayOf(type, values));
	}

	/**
	 * Adds sums to those of other instances. Those that are not there are made before any
	 * is held to be added to, so that no two instances wait for each other.
	 */
	private void add(Map<OutcomeTally.Sum, Long> sums) {
		this.jdbc.batchUpdate("""
				insert into outcome_count (taken, decision_id, on_day, placement, offer, event, reason)
				values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
				sums.keySet().stream().map((sum) -> row(0, sum)).toList());
		this.jdbc.batchUpdate("""
				update outcome_count set taken = taken + ?
				where decision_id = ? and on_day = ? and placement = ? and offer = ? and event = ? and reason = ?""",
				sums.entrySet().stream().map((sum) -> row(sum.getValue(), sum.getKey())).toList());
	}

	Optional<StoredProposition> find(UUID id) {
		return this.jdbc.query("select * from proposition where id = ?", (row, number) -> proposition(row), id)
			.stream()
			.findFirst();
	}

	/**
	 * Adds a proposition, in the transaction of the caller.
	 * @return whether it was not there yet
	 */
	boolean add(StoredProposition it) {
		return this.jdbc.update("""
				insert into proposition (id, at, decision_id, decision_version, placement, profile_id, reason, offers,
					language)
				values (?, ?, ?, ?, ?, (select p.id from profile p where p.id = ?), ?, ?, ?)
				on conflict do nothing""", it.id(), it.at().atOffset(ZoneOffset.UTC), it.decision(), it.version(),
				it.placement(), (it.profile() != null) ? it.profile().id() : null, it.reason().name(),
				String.join(",", it.offers()), it.language()) > 0;
	}

	/**
	 * Adds a display or a click of a proposition.
	 * @return whether it was told for the first time
	 */
	boolean add(UUID proposition, String id, Cap.Event event, Instant at) {
		return this.jdbc.update("""
				insert into proposition_event (proposition_id, event_id, type, at) values (?, ?, ?, ?)
				on conflict do nothing""", proposition, id, event.key(), at.atOffset(ZoneOffset.UTC)) > 0;
	}

	@Transactional
	void delete(Collection<UUID> ids) {
		UUID[] each = ids.toArray(UUID[]::new);
		this.jdbc.update("delete from proposition_event where proposition_id = any(?)", new Object[] { each });
		this.jdbc.update("delete from proposition where id = any(?)", new Object[] { each });
	}

	private static Object[] row(long many, OutcomeTally.Sum sum) {
		return new Object[] { many, sum.decision(), sum.day(), sum.placement(), sum.offer(), sum.event(),
				sum.reason().name() };
	}

	private static StoredProposition proposition(ResultSet row) throws SQLException {
		UUID profile = row.getObject("profile_id", UUID.class);
		String offers = row.getString("offers");
		return new StoredProposition(row.getObject("id", UUID.class),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("decision_id", UUID.class),
				row.getInt("decision_version"), row.getString("placement"),
				(profile != null) ? new ProfileId(profile) : null, DecisionReason.valueOf(row.getString("reason")),
				offers.isEmpty() ? List.of() : List.of(offers.split(",")), row.getString("language"));
	}

}
