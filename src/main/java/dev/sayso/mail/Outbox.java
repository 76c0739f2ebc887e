package dev.sayso.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Mails that wait for the server, and what became of those that did. One is put in with
 * the transaction of what asks for it, so that neither is there without the other;
 * {@link MailClaims} are how it is handed over.
 */
@Component
public class Outbox {

	/** How long it is told what became of a mail. */
	private static final Duration TOLD = Duration.ofDays(30);

	private static final String COLUMNS = """
			select id, kind, address, masked, profile_id, language, payload, state, attempts, due_at, fault, detail, content,
				created_at, changed_at
			from mail
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Outbox(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Puts a mail in, to be handed over once the caller's transaction is done.
	 * @return its id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID put(MailRequest request) {
		UUID id = Ids.next();
		OffsetDateTime now = now();
		this.jdbc
			.sql("""
					insert into mail (id, kind, address, masked, profile_id, language, payload, state, attempts, due_at, created_at,
						changed_at)
					values (?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?)""")
			.params(id, request.kind(), request.address(), Mail.mask(request.address()),
					(request.profile() != null) ? request.profile().id() : null, request.language(), request.payload(),
					now, now, now)
			.update();
		return id;
	}

	/**
	 * Forgets what waits for an address, in whatever case it was put in, and what was
	 * refused there.
	 */
	public void forget(String address) {
		this.jdbc.sql("delete from mail where lower(address) = lower(?)").param(address).update();
	}

	public Optional<Mail> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = ?").param(id).query(this::mail).optional();
	}

	/** Those to one person, in the order in which they were put in. */
	public List<Mail> ofProfile(ProfileId profile) {
		return this.jdbc.sql(COLUMNS + "where profile_id = ? order by id").param(profile.id()).query(this::mail).list();
	}

	/** The latest in any of these states. */
	List<Mail> latest(Collection<MailState> states, int limit) {
		return this.jdbc.sql(COLUMNS + "where state = any(:states) order by changed_at desc, id desc limit :limit")
			.param("states", states.stream().map(MailState::key).toArray(String[]::new))
			.param("limit", limit)
			.query(this::mail)
			.list();
	}

	/** How many there are in each state that is not the last. */
	Map<MailState, Integer> counts() {
		Map<MailState, Integer> counts = new EnumMap<>(MailState.class);
		this.jdbc.sql(
				"select state, count(*) from mail where state in ('waiting', 'sending', 'offered', 'failed', 'unsure') group by state")
			.query((row) -> {
				counts.put(MailState.of(row.getString(1)), row.getInt(2));
			});
		return counts;
	}

	/**
	 * Lets mails be tried at once that wait, failed, or may have arrived.
	 * @return how many
	 */
	int retry(Collection<MailState> states, @Nullable UUID only) {
		OffsetDateTime now = now();
		return this.jdbc.sql(
				"update mail set state = 'waiting', due_at = :now, created_at = :now, changed_at = :now where state = any(:states)"
						+ ((only != null) ? " and id = :only" : ""))
			.param("now", now)
			.param("states", states.stream().map(MailState::key).toArray(String[]::new))
			.param("only", only)
			.update();
	}

	/** Forgets what was done with, one way or another, longer ago than it is told. */
	void forgetOld() {
		this.jdbc.sql("delete from mail where state in ('sent', 'kept', 'failed', 'unsure') and changed_at < ?")
			.param(utc(this.clock.instant().minus(TOLD)))
			.update();
	}

	private Mail mail(ResultSet row, int number) throws SQLException {
		UUID profile = row.getObject("profile_id", UUID.class);
		String content = row.getString("content");
		return new Mail(row.getObject("id", UUID.class), row.getString("kind"), row.getString("address"),
				row.getString("masked"), (profile != null) ? new ProfileId(profile) : null, row.getString("language"),
				row.getString("payload"), MailState.of(row.getString("state")), row.getInt("attempts"),
				instant(row, "due_at"), row.getString("fault"), row.getString("detail"),
				(content != null) ? this.json.readValue(content, MailContent.class) : null, instant(row, "created_at"),
				instant(row, "changed_at"));
	}

	private OffsetDateTime now() {
		return utc(this.clock.instant());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
