package dev.sayso.decision;

import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.store.Version;
import dev.sayso.store.Versions;

@Component
public class DecisionVersions extends Versions<DecisionContent> {

	private static final String NEWEST = """
			select v.* from decision_version v join decision d on d.id = v.decision_id and d.live = v.number""";

	DecisionVersions(JdbcClient jdbc, JsonMapper json) {
		super(jdbc, json, "decision", DecisionContent.class);
	}

	public void add(Decision published) {
		add(new Version<>(published.id(), published.live(), published.name(), published.draft(), published.changedAt(),
				published.changedBy()));
	}

	List<Version<DecisionContent>> newest() {
		return this.jdbc.sql(NEWEST).query(this::read).list();
	}

	/** The newest versions of some decisions, whether they hold or not. */
	public List<Version<DecisionContent>> newest(List<UUID> decisions) {
		return decisions.isEmpty() ? List.of()
				: this.jdbc.sql(NEWEST + " where d.id in (:decisions)")
					.param("decisions", decisions)
					.query(this::read)
					.list();
	}

}
