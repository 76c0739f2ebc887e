package dev.sayso.landing;

import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.store.Uncommitted;
import dev.sayso.store.Version;
import dev.sayso.store.Versions;

/**
 * The published versions of pages; they never change, so the ones in use are kept in
 * memory; what a transaction may yet take back is kept for nobody else.
 */
@Component
public class PageVersions extends Versions<PageContent> {

	private final Cache<Key, Version<PageContent>> known = Caffeine.newBuilder().maximumSize(200).build();

	PageVersions(JdbcClient jdbc, JsonMapper json) {
		super(jdbc, json, "page", PageContent.class);
	}

	@Override
	public Optional<Version<PageContent>> find(UUID page, @Nullable Integer number) {
		if (number == null) {
			return Optional.empty();
		}
		Key version = new Key(page, number);
		return Uncommitted.isPossible()
				? Optional.ofNullable(this.known.getIfPresent(version)).or(() -> super.find(page, number))
				: Optional.ofNullable(this.known.get(version, (key) -> super.find(page, number).orElse(null)));
	}

	private record Key(UUID page, int number) {

	}

}
