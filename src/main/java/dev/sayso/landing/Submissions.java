package dev.sayso.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileErased;
import dev.sayso.shared.ProfileId;

/**
 * The forms that readers of pages sent, as they sent them. What a form changed stands in
 * the ledger.
 */
@Component
public class Submissions {

	private static final String COLUMNS = """
			select id, page_id, page_version, opening, number, fingerprint, profile_id, identified, maker, generation,
				automatic, language, at, content, undone_at
			from submission
			""";

	private static final String INSERT = """
			insert into submission (id, page_id, page_version, opening, number, fingerprint, profile_id, identified, maker,
				generation, automatic, language, at, content)
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Submissions(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	public void add(Submission submission) {
		this.jdbc.sql(INSERT + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").params(values(submission)).update();
	}

	/**
	 * Adds what came by a personal link.
	 * @return false where links to its page or of its person were renewed since that was
	 * made: then nothing is added
	 */
	public boolean addUnlessRenewed(Submission submission) {
		List<@Nullable Object> values = values(submission);
		values.addAll(Arrays.asList(submission.generation(), submission.page(),
				Objects.requireNonNull(submission.profile()).id()));
		return this.jdbc.sql(INSERT + """
				select cast(? as uuid), cast(? as uuid), cast(? as int), cast(? as uuid), cast(? as int),
					cast(? as varchar), cast(? as uuid), cast(? as boolean), cast(? as int), cast(? as int),
					cast(? as boolean), cast(? as varchar), cast(? as timestamp(6) with time zone), cast(? as varchar)
				where cast(? as int) = coalesce((select renewals from page_link_renewal where page_id = ?), 0)
					+ coalesce((select renewals from link_renewal where profile_id = ?), 0)""")
			.params(values)
			.update() > 0;
	}

	private List<@Nullable Object> values(Submission submission) {
		return new ArrayList<>(Arrays.asList(submission.id(), submission.page(), submission.pageVersion(),
				submission.opening().id(), submission.opening().number(), submission.opening().fingerprint(),
				(submission.profile() != null) ? submission.profile().id() : null, submission.identified(),
				submission.maker(), submission.generation(), submission.automatic(), submission.language(),
				utc(submission.at()), this.json.writeValueAsString(submission.content())));
	}

	public void found(UUID id, ProfileId profile) {
		this.jdbc.sql("update submission set profile_id = ? where id = ?").params(profile.id(), id).update();
	}

	public void undone(UUID id, Instant now) {
		this.jdbc.sql("update submission set undone_at = ? where id = ? and undone_at is null")
			.params(utc(now), id)
			.update();
	}

	@EventListener
	void forget(ProfileErased erased) {
		this.jdbc.sql("delete from submission where profile_id = ?").params(erased.profile().id()).update();
	}

	public Optional<Submission> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(this::submission).optional();
	}

	/**
	 * The same, unless links to its page or of its person were renewed since its own was
	 * made: then nothing is shown or taken back of it.
	 */
	public Optional<Submission> findUnlessRenewed(UUID id) {
		return this.jdbc.sql(COLUMNS + """
				where id = :id
					and generation = coalesce((select renewals from page_link_renewal renewal
							where renewal.page_id = submission.page_id), 0)
						+ coalesce((select renewals from link_renewal renewal
							where renewal.profile_id = submission.profile_id), 0)""")
			.param("id", id)
			.query(this::submission)
			.optional();
	}

	public List<Submission> ofOpening(UUID page, UUID opening) {
		return this.jdbc.sql(COLUMNS + "where page_id = :page and opening = :opening order by number")
			.param("page", page)
			.param("opening", opening)
			.query(this::submission)
			.list();
	}

	public Optional<Submission> newest(ProfileId profile, UUID page) {
		return this.jdbc.sql(COLUMNS + "where profile_id = :profile and page_id = :page order by id desc limit 1")
			.param("profile", profile.id())
			.param("page", page)
			.query(this::submission)
			.optional();
	}

	/** A page's, newest first, those before {@code before} where it is given. */
	public List<Submission> ofPage(UUID page, @Nullable UUID before, int limit) {
		String older = (before != null) ? " and id < :before" : "";
		return this.jdbc.sql(COLUMNS + "where page_id = :page" + older + " order by id desc limit :limit")
			.param("page", page)
			.param("before", before)
			.param("limit", limit)
			.query(this::submission)
			.list();
	}

	private Submission submission(ResultSet row, int number) throws SQLException {
		UUID profile = row.getObject("profile_id", UUID.class);
		OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
		return new Submission(row.getObject("id", UUID.class), row.getObject("page_id", UUID.class),
				row.getInt("page_version"),
				new Submission.Opening(row.getObject("opening", UUID.class), row.getInt("number"),
						row.getString("fingerprint")),
				(profile != null) ? new ProfileId(profile) : null, row.getBoolean("identified"), row.getInt("maker"),
				row.getInt("generation"), row.getBoolean("automatic"), row.getString("language"),
				row.getObject("at", OffsetDateTime.class).toInstant(),
				this.json.readValue(row.getString("content"), Submission.Content.class),
				(undone != null) ? undone.toInstant() : null);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
