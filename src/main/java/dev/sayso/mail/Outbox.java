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

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Mails that wait for the server. One is put in with the transaction of what asks for it,
 * so that neither is there without the other; each step of handing it over is written
 * before the next is made, so that of several instances one does it, and once.
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

	private final Duration lease;

	/**
	 * @param lease longer than handing one over can take, by the timeouts of the line
	 */
	Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, @Value("${sayso.mail.lease:5m}") Duration lease) {
		this.lease = lease;
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

	/** Those whose time has come, the oldest first. */
	List<UUID> due(int limit) {
		return this.jdbc.sql("select id from mail where state = 'waiting' and due_at <= ? order by due_at, id limit ?")
			.params(now(), limit)
			.query(UUID.class)
			.list();
	}

	/**
	 * Takes over what an instance left that is gone: what was not offered waits again;
	 * what was may have arrived.
	 */
	void release() {
		OffsetDateTime now = now();
		this.jdbc.sql("""
				update mail set state = 'waiting', due_at = ?, claim = null, changed_at = ?
				where state = 'sending' and lease_until < ?""").params(now, now, now).update();
		this.jdbc.sql("""
				update mail set state = 'unsure', fault = 'broken', claim = null, changed_at = ?
				where state = 'offered' and lease_until < ?""").params(now, now).update();
	}

	/** Claims a mail for one instance; empty where another has it. */
	Optional<Mail> claim(UUID id, UUID claim) {
		Instant now = this.clock.instant();
		int claimed = this.jdbc.sql("""
				update mail set state = 'sending', claim = ?, lease_until = ?, attempts = attempts + 1, changed_at = ?
				where id = ? and state = 'waiting'""").params(claim, utc(now.plus(this.lease)), utc(now), id).update();
		return (claimed == 1) ? find(id) : Optional.empty();
	}

	/**
	 * Notes that the text is about to go to the server.
	 * @return whether the mail is still this claim's
	 */
	boolean offer(UUID id, UUID claim) {
		return move(id, claim, "state = 'offered', lease_until = :lease", Map.of("lease", utc(lease())), "sending");
	}

	/**
	 * The server has it: whom it went to is nobody's business any more. Of somebody known
	 * the masked address stays, for the operator who looks up where their confirmation
	 * went; of anybody else there is nothing to look up.
	 */
	void sent(UUID id, UUID claim) {
		move(id, claim,
				"state = 'sent', address = null, masked = case when profile_id is null then '' else masked end, claim = null,"
						+ " fault = null, detail = null",
				Map.of(), "offered");
	}

	void keep(UUID id, UUID claim, MailContent content) {
		move(id, claim, "state = 'kept', claim = null, content = :content",
				Map.of("content", this.json.writeValueAsString(content)), "sending");
	}

	/** There is nothing to say any more. */
	void drop(UUID id, UUID claim) {
		this.jdbc.sql("delete from mail where id = ? and claim = ?").params(id, claim).update();
	}

	/**
	 * Notes why a mail was not taken.
	 * @param state what becomes of it
	 * @param next when it is tried again where it waits
	 */
	void fail(UUID id, UUID claim, MailState state, Handover handover, Instant next) {
		move(id, claim, "state = :state, claim = null, fault = :fault, detail = :detail, due_at = :due",
				Map.of("state", state.key(), "fault", handover.fault(), "detail", handover.detail(), "due", utc(next)),
				"sending", "offered");
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

	void forgetOld() {
		this.jdbc.sql("delete from mail where state in ('sent', 'kept', 'failed', 'unsure') and changed_at < ?")
			.param(utc(this.clock.instant().minus(TOLD)))
			.update();
	}

	private boolean move(UUID id, UUID claim, String changes, Map<String, ?> values, String... from) {
		return this.jdbc
			.sql("update mail set " + changes
					+ ", changed_at = :now where id = :id and claim = :claim and state = any(:from)")
			.params(values)
			.param("now", now())
			.param("id", id)
			.param("claim", claim)
			.param("from", from)
			.update() == 1;
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

	private Instant lease() {
		return this.clock.instant().plus(this.lease);
	}

	private OffsetDateTime now() {
		return utc(this.clock.instant());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
