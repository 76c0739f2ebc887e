package dev.sayso.home;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

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

	}

	/** The counts of each day from the first on, as days are in the zone. */
	List<Count> since(LocalDate first, ZoneId zone) {
		return this.jdbc
			.sql("""
					select opted_day, purpose, origin, count(*) as opted
					from (
						select cast(at at time zone :zone as date) as opted_day, purpose, origin
						from ledger_entry
						where at >= :from and purpose like 'marketing.%' and after_choice = :no and (before_choice is null or before_choice <> :no)
					) opt_out
					group by opted_day, purpose, origin""")
			.param("zone", zone.getId())
			.param("from", first.atStartOfDay(zone).toOffsetDateTime())
			.param("no", Choice.NO.value())
			.query((row, number) -> new Count(row.getObject("opted_day", LocalDate.class), row.getString("purpose"),
					Origin.of(row.getString("origin")), row.getLong("opted")))
			.list();
	}

}
