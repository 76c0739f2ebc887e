package dev.sayso.decision.outcome;

import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileErased;

/**
 * Deletes what was answered for a person, and counted of them, when they are erased; sums
 * over everybody stay.
 */
@Component
class OutcomeErasure {

	private final OutcomeRecorder recorder;

	private final OutcomeWriter writer;

	private final OutcomeRows rows;

	private final JdbcTemplate jdbc;

	OutcomeErasure(OutcomeRecorder recorder, OutcomeWriter writer, OutcomeRows rows, JdbcTemplate jdbc) {
		this.recorder = recorder;
		this.writer = writer;
		this.rows = rows;
		this.jdbc = jdbc;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.recorder.forget(erased.profile());
		this.writer.settle();
		UUID profile = erased.profile().id();
		List<UUID> propositions = this.jdbc.queryForList("select id from proposition where profile_id = ?", UUID.class,
				profile);
		if (!propositions.isEmpty()) {
			this.rows.delete(propositions);
		}
		this.jdbc.update("delete from cap_count where profile_id = ?", profile);
	}

}
