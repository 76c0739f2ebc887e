package dev.sayso.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an administrator set, as names and values; each room gives its own settings their
 * types and their defaults. Read from memory, at most a second behind another instance.
 */
@Component
public class Settings {

	private static final Object ALL = new Object();

	private final JdbcClient jdbc;

	private final LoadingCache<Object, Map<String, String>> values;

	Settings(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.values = Caffeine.newBuilder().expireAfterWrite(java.time.Duration.ofSeconds(1)).build((all) -> load());
	}

	public Optional<String> get(String name) {
		return Optional.ofNullable(this.values.get(ALL).get(name));
	}

	public String get(String name, String otherwise) {
		return get(name).orElse(otherwise);
	}

	/** Sets a value; the caller writes the audit entry that goes with it. */
	public void set(String name, String value) {
		if (this.jdbc.sql("update setting set content = ? where name = ?").params(value, name).update() == 0) {
			this.jdbc.sql("insert into setting (name, content) values (?, ?)").params(name, value).update();
		}
		this.values.invalidateAll();
	}

	private Map<String, String> load() {
		Map<String, String> settings = new HashMap<>();
		this.jdbc.sql("select name, content from setting").query((row) -> {
			settings.put(row.getString(1), row.getString(2));
		});
		return settings;
	}

}
