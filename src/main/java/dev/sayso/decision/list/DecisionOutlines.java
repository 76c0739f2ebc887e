package dev.sayso.decision.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.store.Version;

/**
 * All the decisions as lists tell of them. There may be ten thousand with many criteria:
 * of those only what changed since the last look is read.
 */
@Component
public class DecisionOutlines {

	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final Map<UUID, DecisionOutline> known = new ConcurrentHashMap<>();

	DecisionOutlines(JdbcClient jdbc, Decisions decisions, DecisionVersions versions) {
		this.jdbc = jdbc;
		this.decisions = decisions;
		this.versions = versions;
	}

	public List<DecisionOutline> all() {
		Map<UUID, Integer> current = new HashMap<>();
		this.jdbc.sql("select id, version from decision").query((row) -> {
			current.put(row.getObject(1, UUID.class), row.getInt(2));
		});
		this.known.keySet().retainAll(current.keySet());
		List<UUID> stale = current.entrySet().stream().filter(this::isStale).map(Map.Entry::getKey).toList();
		for (int from = 0; from < stale.size(); from += AT_ONCE) {
			read(stale.subList(from, Math.min(from + AT_ONCE, stale.size())));
		}
		return List.copyOf(this.known.values());
	}

	private boolean isStale(Map.Entry<UUID, Integer> decision) {
		DecisionOutline row = this.known.get(decision.getKey());
		return row == null || row.version() != decision.getValue();
	}

	private void read(List<UUID> ids) {
		Map<UUID, Version<DecisionContent>> newest = this.versions.newest(ids)
			.stream()
			.collect(Collectors.toMap(Version::thing, Function.identity()));
		this.decisions.findByIdIn(ids)
			.forEach((decision) -> this.known.put(decision.id(),
					DecisionOutline.of(decision, newest.get(decision.id()))));
	}

}
