package dev.sayso.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lists tell of all the things in a table. There may be ten thousand with long
 * texts, so that only those that changed since the last call are read.
 */
public abstract class Outlines<T> {

	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final String table;

	private final ToIntFunction<T> version;

	private final Map<UUID, T> known = new ConcurrentHashMap<>();

	protected Outlines(JdbcClient jdbc, String table, ToIntFunction<T> version) {
		this.jdbc = jdbc;
		this.table = table;
		this.version = version;
	}

	protected abstract Map<UUID, T> read(List<UUID> ids);

	public List<T> all() {
		Map<UUID, Integer> versions = new HashMap<>();
		this.jdbc.sql("select id, version from " + this.table).query((row) -> {
			versions.put(row.getObject(1, UUID.class), row.getInt(2));
		});
		this.known.keySet().retainAll(versions.keySet());
		List<UUID> stale = versions.keySet().stream().filter((id) -> isStale(id, versions.get(id))).toList();
		for (int from = 0; from < stale.size(); from += AT_ONCE) {
			this.known.putAll(read(stale.subList(from, Math.min(from + AT_ONCE, stale.size()))));
		}
		return List.copyOf(this.known.values());
	}

	private boolean isStale(UUID id, int current) {
		T outline = this.known.get(id);
		return outline == null || this.version.applyAsInt(outline) != current;
	}

}
