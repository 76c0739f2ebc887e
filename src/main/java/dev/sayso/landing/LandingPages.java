package dev.sayso.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * All the pages.
 */
@Component
public class LandingPages {

	private static final String COLUMNS = """
			select id, version, number, slug, kind, name, draft, published, opens_at, closes_at, unpublished_at,
				created_at, updated_at, updated_by
			from landing_page
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	LandingPages(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	public Optional<LandingPage> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(this::page).optional();
	}

	public LandingPage get(String id) {
		return Ids.parse(id).flatMap(this::find).orElseThrow(() -> new NotFoundException("landing page " + id));
	}

	public Optional<LandingPage> findBySlug(String slug) {
		return this.jdbc.sql(COLUMNS + "where slug = :slug").param("slug", slug).query(this::page).optional();
	}

	/** All of them by name: a deployment has dozens, not thousands. */
	public List<LandingPage> all() {
		return this.jdbc.sql(COLUMNS + "order by name, slug").query(this::page).list();
	}

	/** A number for a new page, never given before. */
	public int nextNumber() {
		return this.jdbc.sql("select nextval('landing_page_number')").query(Integer.class).single();
	}

	public void add(LandingPage page) {
		this.jdbc.sql("""
				insert into landing_page (id, version, number, slug, kind, name, draft, published, opens_at, closes_at,
					unpublished_at, created_at, updated_at, updated_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(page.id(), page.version(), page.number(), page.slug(), page.kind().key(), page.name(),
					this.json.writeValueAsString(page.draft()), page.published(), utc(page.opensAt()),
					utc(page.closesAt()), utc(page.unpublishedAt()), utc(page.createdAt()), utc(page.updatedAt()),
					page.updatedBy())
			.update();
	}

	public LandingPage save(LandingPage page) {
		int saved = this.jdbc.sql("""
				update landing_page set version = version + 1, name = ?, draft = ?, published = ?, opens_at = ?,
					closes_at = ?, unpublished_at = ?, updated_at = ?, updated_by = ?
				where id = ? and version = ?""")
			.params(page.name(), this.json.writeValueAsString(page.draft()), page.published(), utc(page.opensAt()),
					utc(page.closesAt()), utc(page.unpublishedAt()), utc(page.updatedAt()), page.updatedBy(), page.id(),
					page.version())
			.update();
		if (saved == 0) {
			throw new StaleEditException("landing page " + page.slug());
		}
		return page.saved();
	}

	public void delete(LandingPage page) {
		if (this.jdbc.sql("delete from landing_page where id = :id and published is null")
			.param("id", page.id())
			.update() == 0) {
			throw new StaleEditException("landing page " + page.slug());
		}
	}

	private LandingPage page(ResultSet row, int index) throws SQLException {
		return new LandingPage(row.getObject("id", UUID.class), row.getInt("version"), row.getInt("number"),
				row.getString("slug"), PageKind.of(row.getString("kind")).orElseThrow(), row.getString("name"),
				this.json.readValue(row.getString("draft"), PageContent.class),
				row.getObject("published", Integer.class), instant(row, "opens_at"), instant(row, "closes_at"),
				instant(row, "unpublished_at"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("updated_at", OffsetDateTime.class).toInstant(), row.getString("updated_by"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
