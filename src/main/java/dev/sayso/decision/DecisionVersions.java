package dev.sayso.decision;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
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

	/**
	 * Keeps what a decision was published with.
	 * @param requestedBy who asked another for it under four eyes; null where nobody did
	 */
	public void add(Decision published, String name, DecisionContent content, @Nullable String requestedBy) {
		add(new Version<>(published.id(), Objects.requireNonNull(published.live()), name, content,
				published.changedAt(), published.changedBy(), requestedBy));
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
