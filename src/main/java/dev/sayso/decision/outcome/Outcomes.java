package dev.sayso.decision.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.decision.DecisionReason;
import dev.sayso.shared.TimeFormat;

/**
 * What came of decisions, summed by day: counters that stay when the propositions they
 * were counted of are gone.
 */
@Component
public class Outcomes {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TimeFormat times;

	Outcomes(JdbcClient jdbc, Clock clock, TimeFormat times) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * What came of one offer, or fallback, on one placement on one day.
	 *
	 * @param offer its key; empty where nothing showed
	 */
	public record Row(LocalDate day, String placement, String offer, DecisionReason reason, long decisions,
			long displays, long clicks) {

		public boolean isFallback() {
			return this.reason != DecisionReason.PICKED;
		}

	}

	/** The day that is counted now, in the deployment's time zone. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.times.zone());
	}

	public List<Row> list(UUID decision, LocalDate from, LocalDate to) {
		return this.jdbc.sql("""
				select on_day, placement, offer, reason,
					sum(case event when 'decision' then taken else 0 end) as decisions,
					sum(case event when 'display' then taken else 0 end) as displays,
					sum(case event when 'click' then taken else 0 end) as clicks
				from outcome_count
				where decision_id = :decision and on_day >= :from and on_day <= :to
				group by on_day, placement, offer, reason
				order by on_day, placement, offer, reason""")
			.param("decision", decision)
			.param("from", from)
			.param("to", to)
			.query((row, number) -> new Row(row.getObject("on_day", LocalDate.class), row.getString("placement"),
					row.getString("offer"), DecisionReason.valueOf(row.getString("reason")), row.getLong("decisions"),
					row.getLong("displays"), row.getLong("clicks")))
			.list();
	}

	/** How often each of these decided since a day; those that never did are left out. */
	public Map<UUID, Long> decided(Collection<UUID> decisions, LocalDate from) {
		Map<UUID, Long> decided = new HashMap<>();
		if (!decisions.isEmpty()) {
			this.jdbc.sql("""
					select decision_id, sum(taken) from outcome_count
					where decision_id in (:decisions) and on_day >= :from and event = 'decision'
					group by decision_id""").param("decisions", decisions).param("from", from).query((row) -> {
				decided.put(row.getObject(1, UUID.class), row.getLong(2));
			});
		}
		return decided;
	}

}
