package dev.sayso.decision.editor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;

/**
 * The publications that are to come, and what became of earlier ones. Of each decision at
 * most one waits or was missed.
 */
@Component
public class ScheduledPublications {

	private static final String CURRENT = "state in ('waiting', 'missed')";

	private static final int AT_ONCE = 100;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ScheduledPublications(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void add(ScheduledPublication publication) {
		this.jdbc
			.sql("""
					insert into decision_schedule (id, decision_id, name, plan, due_at, zone, four_eyes, requested_by, made_at,
						made_by, state, obstacles) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]')""")
			.params(publication.id(), publication.decision(), publication.name(),
					this.json.writeValueAsString(publication.plan()), publication.due().atOffset(ZoneOffset.UTC),
					publication.zone(), publication.fourEyes(), publication.requestedBy(),
					publication.madeAt().atOffset(ZoneOffset.UTC), this.json.writeValueAsString(publication.madeBy()),
					publication.state().key())
			.update();
	}

	/** What waits of a decision or was missed. */
	public Optional<ScheduledPublication> find(UUID decision) {
		return this.jdbc.sql("select * from decision_schedule where decision_id = :decision and " + CURRENT)
			.param("decision", decision)
			.query(this::read)
			.optional();
	}

	/**
	 * When one of a list is published, by its id.
	 *
	 * @param missed whether something stood in its way when the time came
	 */
	public record Due(Instant at, boolean missed) {
	}

	/** The decisions of which one waits or was missed. */
	public Set<UUID> decisions() {
		return this.jdbc.sql("select decision_id from decision_schedule where " + CURRENT)
			.query((row, number) -> row.getObject(1, UUID.class))
			.set();
	}

	/** What waits of some decisions or was missed. */
	public Map<UUID, Due> find(List<UUID> decisions) {
		Map<UUID, Due> due = new HashMap<>();
		if (!decisions.isEmpty()) {
			this.jdbc
				.sql("select decision_id, due_at, state from decision_schedule where decision_id in (:decisions) and "
						+ CURRENT)
				.param("decisions", decisions)
				.query((row) -> {
					due.put(row.getObject("decision_id", UUID.class),
							new Due(row.getObject("due_at", OffsetDateTime.class).toInstant(),
									row.getString("state").equals("missed")));
				});
		}
		return due;
	}

	/** The decisions of which one was missed. */
	List<UUID> missed() {
		return this.jdbc.sql("select decision_id from decision_schedule where state = 'missed' order by due_at")
			.query(UUID.class)
			.list();
	}

	/** The decisions of which one is due, the first of them. */
	List<UUID> due(Instant now) {
		return this.jdbc.sql("""
				select decision_id from decision_schedule where state = 'waiting' and due_at <= :now
				order by due_at limit\s""" + AT_ONCE)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(UUID.class)
			.list();
	}

	/**
	 * Takes what is due of a decision for this transaction; another that wants it waits,
	 * and finds nothing then. The decision's row is held first, as by whoever saves it.
	 */
	Optional<ScheduledPublication> take(UUID decision, Instant now) {
		this.jdbc.sql("select version from decision where id = :decision for update")
			.param("decision", decision)
			.query(Integer.class)
			.optional();
		return this.jdbc.sql(
				"select * from decision_schedule where decision_id = :decision and state = 'waiting' and due_at <= :now")
			.param("decision", decision)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(this::read)
			.optional();
	}

	/**
	 * Ends what waits of a decision or was missed.
	 * @return whether there was any
	 */
	boolean end(UUID decision, ScheduledPublication.State state) {
		return this.jdbc.sql("update decision_schedule set state = :state where decision_id = :decision and " + CURRENT)
			.param("state", state.key())
			.param("decision", decision)
			.update() > 0;
	}

	void miss(ScheduledPublication publication, List<ScheduledPublication.Obstacle> obstacles) {
		this.jdbc.sql("update decision_schedule set state = 'missed', obstacles = :obstacles where id = :id")
			.param("obstacles", this.json.writeValueAsString(obstacles))
			.param("id", publication.id())
			.update();
	}

	private ScheduledPublication read(ResultSet row, int index) throws SQLException {
		return new ScheduledPublication(row.getObject("id", UUID.class), row.getObject("decision_id", UUID.class),
				row.getString("name"), this.json.readValue(row.getString("plan"), ScheduledPublication.Plan.class),
				row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getString("zone"),
				row.getBoolean("four_eyes"), row.getString("requested_by"),
				row.getObject("made_at", OffsetDateTime.class).toInstant(),
				this.json.readValue(row.getString("made_by"), Actor.class),
				ScheduledPublication.State.of(row.getString("state")),
				Arrays.asList(this.json.readValue(row.getString("obstacles"), ScheduledPublication.Obstacle[].class)));
	}

}
