package dev.sayso.contact.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When policies were enabled and disabled; append-only.
 */
@Component
class PolicyForces {

	private static final String COLUMNS = """
			select consent_policy_id, number, from_at, recorded_at, recorded_by from consent_policy_force
			""";

	private final JdbcClient jdbc;

	PolicyForces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void append(ConsentPolicy policy, @Nullable Integer number, Instant from, Instant now, String by) {
		this.jdbc.sql("""
				insert into consent_policy_force (consent_policy_id, number, from_at, recorded_at, recorded_by)
				values (?, ?, ?, ?, ?)""")
			.params(policy.id(), number, from.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC), by)
			.update();
	}

	PolicyForce find(UUID policy) {
		List<PolicyForce.Entry> entries = new ArrayList<>();
		this.jdbc.sql(COLUMNS + "where consent_policy_id = ? order by seq").param(policy).query((row) -> {
			entries.add(entry(row));
		});
		return new PolicyForce(List.copyOf(entries));
	}

	/** Of each policy that was ever enabled. */
	Map<UUID, PolicyForce> findAll() {
		Map<UUID, List<PolicyForce.Entry>> entries = new HashMap<>();
		this.jdbc.sql(COLUMNS + "order by seq").query((row) -> {
			entries.computeIfAbsent(row.getObject(1, UUID.class), (id) -> new ArrayList<>()).add(entry(row));
		});
		Map<UUID, PolicyForce> forces = new HashMap<>();
		entries.forEach((id, each) -> forces.put(id, new PolicyForce(List.copyOf(each))));
		return forces;
	}

	private static PolicyForce.Entry entry(ResultSet row) throws SQLException {
		return new PolicyForce.Entry(row.getObject("number", Integer.class),
				row.getObject("from_at", OffsetDateTime.class).toInstant(),
				row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorded_by"));
	}

}
