package dev.sayso.landing;

import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.store.Version;
import dev.sayso.store.Versions;

/**
 * The published versions of pages; they never change, so the ones in use are kept in
 * memory.
 */
@Component
public class PageVersions extends Versions<PageContent> {

	private final Cache<Key, Version<PageContent>> known = Caffeine.newBuilder().maximumSize(200).build();

	PageVersions(JdbcClient jdbc, JsonMapper json) {
		super(jdbc, json, "page", PageContent.class);
	}

	@Override
	public Optional<Version<PageContent>> find(UUID page, @Nullable Integer number) {
		return (number == null) ? Optional.empty() : Optional
			.ofNullable(this.known.get(new Key(page, number), (key) -> super.find(page, number).orElse(null)));
	}

	private record Key(UUID page, int number) {

	}

}
