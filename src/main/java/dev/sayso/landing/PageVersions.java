package dev.sayso.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The published versions of all pages; they never change, so the ones in use are kept in
 * memory.
 */
@Component
public class PageVersions {

	private static final String COLUMNS = """
			select page_id, number, name, content, published_at, published_by
			from page_version
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Cache<Key, PageVersion> known = Caffeine.newBuilder().maximumSize(200).build();

	PageVersions(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	public Optional<PageVersion> find(UUID page, int number) {
		Key key = new Key(page, number);
		Optional<PageVersion> cached = Optional.ofNullable(this.known.getIfPresent(key));
		return cached.isPresent() ? cached : load(key);
	}

	/**
	 * A page's versions, newest first.
	 */
	public List<PageVersion> list(UUID page) {
		return this.jdbc.sql(COLUMNS + "where page_id = :page order by number desc")
			.param("page", page)
			.query(this::version)
			.list();
	}

	void add(PageVersion version) {
		this.jdbc.sql("""
				insert into page_version (page_id, number, name, content, published_at, published_by)
				values (:page, :number, :name, :content, :at, :by)""")
			.param("page", version.page())
			.param("number", version.number())
			.param("name", version.name())
			.param("content", this.json.writeValueAsString(version.content()))
			.param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
			.param("by", version.publishedBy())
			.update();
	}

	private Optional<PageVersion> load(Key key) {
		Optional<PageVersion> loaded = this.jdbc.sql(COLUMNS + "where page_id = :page and number = :number")
			.param("page", key.page())
			.param("number", key.number())
			.query(this::version)
			.optional();
		loaded.ifPresent((version) -> this.known.put(key, version));
		return loaded;
	}

	private PageVersion version(ResultSet row, int index) throws SQLException {
		return new PageVersion(row.getObject("page_id", UUID.class), row.getInt("number"), row.getString("name"),
				this.json.readValue(row.getString("content"), PageContent.class),
				row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getString("published_by"));
	}

	/** Which version. */
	private record Key(UUID page, int number) {

	}

}
