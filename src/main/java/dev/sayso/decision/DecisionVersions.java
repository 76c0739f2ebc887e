package dev.sayso.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each publication of a decision froze; nothing of it is edited or deleted.
 */
@Component
public class DecisionVersions {

	private static final String COLUMNS = """
			select v.decision_id, v.number, d.slug, v.name, v.content, v.published_at, v.published_by
			from decision_version v join decision d on d.id = v.decision_id
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DecisionVersions(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * What was published last of all decisions that ever were.
	 */
	List<DecisionVersion> newest() {
		return this.jdbc.sql(COLUMNS + "where v.number = d.live").query(this::version).list();
	}

	/**
	 * A decision's versions, the newest first.
	 */
	public List<DecisionVersion> list(UUID decision) {
		return this.jdbc.sql(COLUMNS + "where v.decision_id = :decision order by v.number desc limit 500")
			.param("decision", decision)
			.query(this::version)
			.list();
	}

	public Optional<DecisionVersion> find(UUID decision, int number) {
		return this.jdbc.sql(COLUMNS + "where v.decision_id = :decision and v.number = :number")
			.param("decision", decision)
			.param("number", number)
			.query(this::version)
			.optional();
	}

	/**
	 * The newest versions of some decisions, whether they hold or not.
	 */
	public List<DecisionVersion> newest(List<UUID> decisions) {
		return decisions.isEmpty() ? List.of()
				: this.jdbc.sql(COLUMNS + "where v.number = d.live and d.id in (:decisions)")
					.param("decisions", decisions)
					.query(this::version)
					.list();
	}

	public void add(Decision published) {
		this.jdbc.sql("""
				insert into decision_version (decision_id, number, name, content, published_at, published_by)
				values (:decision, :number, :name, :content, :at, :by)""")
			.param("decision", published.id())
			.param("number", published.live())
			.param("name", published.name())
			.param("content", this.json.writeValueAsString(published.draft()))
			.param("at", published.changedAt().atOffset(ZoneOffset.UTC))
			.param("by", published.changedBy())
			.update();
	}

	private DecisionVersion version(ResultSet row, int index) throws SQLException {
		return new DecisionVersion(row.getObject("decision_id", UUID.class), row.getInt("number"),
				row.getString("slug"), row.getString("name"),
				this.json.readValue(row.getString("content"), DecisionContent.class),
				row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getString("published_by"));
	}

}
