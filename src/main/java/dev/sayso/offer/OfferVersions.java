package dev.sayso.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of offers, one for each approval; none is edited or deleted.
 */
@Component
public class OfferVersions {

	private static final String COLUMNS = """
			select v.offer_id, v.number, o.slug, v.name, o.fallback, v.content, v.approved_at, v.approved_by
			from offer_version v join offer o on o.id = v.offer_id
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	OfferVersions(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The versions that show: of all offers that are approved and not archived.
	 */
	public List<OfferVersion> approved() {
		return this.jdbc.sql(COLUMNS + "where v.number = o.approved and o.archived_at is null")
			.query(this::version)
			.list();
	}

	/**
	 * An offer's versions, the newest first.
	 */
	public List<OfferVersion> list(UUID offer) {
		return this.jdbc.sql(COLUMNS + "where v.offer_id = :offer order by v.number desc limit 500")
			.param("offer", offer)
			.query(this::version)
			.list();
	}

	public Optional<OfferVersion> find(UUID offer, int number) {
		return this.jdbc.sql(COLUMNS + "where v.offer_id = :offer and v.number = :number")
			.param("offer", offer)
			.param("number", number)
			.query(this::version)
			.optional();
	}

	public void add(Offer approved) {
		this.jdbc.sql("""
				insert into offer_version (offer_id, number, name, content, approved_at, approved_by)
				values (:offer, :number, :name, :content, :at, :by)""")
			.param("offer", approved.id())
			.param("number", approved.approved())
			.param("name", approved.name())
			.param("content", this.json.writeValueAsString(approved.draft()))
			.param("at", approved.changedAt().atOffset(ZoneOffset.UTC))
			.param("by", approved.changedBy())
			.update();
	}

	private OfferVersion version(ResultSet row, int index) throws SQLException {
		return new OfferVersion(row.getObject("offer_id", UUID.class), row.getInt("number"), row.getString("slug"),
				row.getString("name"), row.getBoolean("fallback"),
				this.json.readValue(row.getString("content"), OfferContent.class),
				row.getObject("approved_at", OffsetDateTime.class).toInstant(), row.getString("approved_by"));
	}

}
