package dev.sayso.consent;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts whom a default decides about: the people who have said nothing.
 */
@Component
class Unsaid {

	private final JdbcClient jdbc;

	Unsaid(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * For each purpose, how many people have no say of it, nor of any channel where it is
	 * one.
	 */
	Map<Purpose, Long> counts() {
		long people = this.jdbc.sql("select count(*) from profile").query(Long.class).single();
		Map<Purpose, Long> counts = new LinkedHashMap<>();
		for (Purpose purpose : Purpose.values()) {
			counts.put(purpose, people - said(purpose));
		}
		return counts;
	}

	private long said(Purpose purpose) {
		return this.jdbc.sql("""
				select count(distinct profile_id) from consent
				where purpose in (:purpose, :any) and choice <> :nothing""")
			.param("purpose", purpose.key())
			.param("any", (purpose.isMarketing() ? Purpose.MARKETING_ANY : purpose).key())
			.param("nothing", Choice.UNKNOWN.value())
			.query(Long.class)
			.single();
	}

}
