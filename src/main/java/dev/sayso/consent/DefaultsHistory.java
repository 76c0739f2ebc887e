package dev.sayso.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What held when a person had said nothing, each time that was set; append-only.
 */
@Component
class DefaultsHistory {

	private final JdbcClient jdbc;

	private final Clock clock;

	DefaultsHistory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What was set before anything was kept has been so from the beginning. */
	void append(ConsentDefaults before, ConsentDefaults after) {
		if (this.jdbc.sql("select not exists (select 1 from consent_default)").query(Boolean.class).single()) {
			append(before, Instant.EPOCH);
		}
		append(after, this.clock.instant());
	}

	/** What is so from the beginning. */
	void begin(ConsentDefaults defaults) {
		append(defaults, Instant.EPOCH);
	}

	private void append(ConsentDefaults defaults, Instant at) {
		this.jdbc.sql("insert into consent_default (at, choices) values (?, ?)")
			.params(at.atOffset(ZoneOffset.UTC),
					Arrays.stream(Purpose.values())
						.map((purpose) -> purpose.key() + "=" + defaults.choice(purpose).value())
						.collect(Collectors.joining(" ")))
			.update();
	}

	/**
	 * What held at an instant, before anything was kept as what is kept first; empty
	 * where nothing was ever set anew.
	 */
	Optional<ConsentDefaults> find(Instant at) {
		return this.jdbc.sql("""
				select choices from consent_default
				where seq = coalesce((select max(seq) from consent_default where at <= :at),
						(select min(seq) from consent_default))""")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query((row, number) -> defaults(row.getString(1)))
			.optional();
	}

	/** When it was set anew, after one instant and up to another. */
	List<Instant> instants(Instant after, Instant until) {
		return this.jdbc.sql("select at from consent_default where at > ? and at <= ? order by seq")
			.params(after.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
			.query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.list();
	}

	private static ConsentDefaults defaults(String kept) {
		Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
		for (String each : kept.split(" ")) {
			String[] words = each.split("=");
			Purpose.of(words[0]).ifPresent((purpose) -> choices.put(purpose, Choice.of(words[1]).orElseThrow()));
		}
		return new ConsentDefaults(choices);
	}

}
