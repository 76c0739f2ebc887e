package dev.sayso.decision.impact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileErased;

@Component
class Impacts {

	static final int KEPT = 10;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Impacts(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void add(Impact begun) {
		this.jdbc
			.sql("""
					insert into decision_impact (id, decision_id, draft, begun_at, begun_by, everybody, total, seen, touched_at)
					values (:id, :decision, :draft, :at, :by, :everybody, :total, 0, :at)""")
			.param("id", begun.id())
			.param("decision", begun.decision())
			.param("draft", begun.draft())
			.param("at", begun.begunAt().atOffset(ZoneOffset.UTC))
			.param("by", begun.begunBy())
			.param("everybody", begun.everybody())
			.param("total", begun.total())
			.update();
		list(begun.decision()).stream().skip(KEPT).forEach((old) -> delete(old.id()));
	}

	private void delete(UUID id) {
		this.jdbc.sql("delete from decision_impact where id = :id").param("id", id).update();
	}

	void progress(UUID id, long seen, Instant now) {
		this.jdbc.sql("update decision_impact set seen = :seen, touched_at = :at where id = :id")
			.param("seen", seen)
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
	}

	void complete(UUID id, ImpactResult result) {
		this.jdbc.sql("update decision_impact set seen = :seen, outcome = 'done', result = :result where id = :id")
			.param("seen", result.people())
			.param("result", this.json.writeValueAsString(result))
			.param("id", id)
			.update();
	}

	void fail(UUID id) {
		this.jdbc.sql("update decision_impact set outcome = 'failed' where id = :id").param("id", id).update();
	}

	List<Impact> list(UUID decision) {
		return this.jdbc
			.sql("select * from decision_impact where decision_id = :decision order by begun_at desc, id desc")
			.param("decision", decision)
			.query((row, number) -> impact(row))
			.list();
	}

	private Impact impact(ResultSet row) throws SQLException {
		String result = row.getString("result");
		return new Impact(row.getObject("id", UUID.class), row.getObject("decision_id", UUID.class),
				row.getInt("draft"), row.getObject("begun_at", OffsetDateTime.class).toInstant(),
				row.getString("begun_by"), row.getBoolean("everybody"), row.getLong("total"), row.getLong("seen"),
				row.getObject("touched_at", OffsetDateTime.class).toInstant(), row.getString("outcome"),
				(result != null) ? this.json.readValue(result, ImpactResult.class) : null);
	}

	@EventListener
	void on(ProfileErased gone) {
		String id = gone.profile().toString();
		this.jdbc.sql("update decision_impact set result = replace(result, :quoted, 'null') where result like :held")
			.param("quoted", "\"" + id + "\"")
			.param("held", "%" + id + "%")
			.update();
	}

}
