package dev.sayso.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.person.Origin;

@Component
class OptOutCounts {

	private final JdbcClient jdbc;

	OptOutCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Count(LocalDate day, String purpose, Origin origin, long count) {

		private Count counting(long count) {
			return new Count(this.day, this.purpose, this.origin, count);
		}

	}

	/**
	 * The counts of each day from the first on, as days are in the zone. The stores do
	 * not agree on the day of a moment in a zone, so they count by the quarter of an
	 * hour, in which every day of every zone begins.
	 */
	List<Count> since(LocalDate first, ZoneId zone) {
		Map<Count, Long> counts = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					select quarter, purpose, origin, count(*) as opted
					from (
						select cast(floor(extract(epoch from at) / 900) as bigint) as quarter, purpose, origin
						from ledger_entry
						where at >= :from and purpose like 'marketing.%' and after_choice = :no and (before_choice is null or before_choice <> :no)
					) opt_out
					group by quarter, purpose, origin""")
			.param("from", first.atStartOfDay(zone).toOffsetDateTime())
			.param("no", Choice.NO.value())
			.query((row) -> {
				LocalDate day = Instant.ofEpochSecond(row.getLong("quarter") * 900).atZone(zone).toLocalDate();
				counts.merge(new Count(day, row.getString("purpose"), Origin.of(row.getString("origin")), 0),
						row.getLong("opted"), Long::sum);
			});
		return counts.entrySet().stream().map((entry) -> entry.getKey().counting(entry.getValue())).toList();
	}

}
