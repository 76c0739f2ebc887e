package dev.sayso.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How mails of the {@link Outbox} are handed over: each step is written before the next
 * is made, under the claim of one instance and for the time of its lease, so that of
 * several instances one does it, and once.
 */
@Component
class MailClaims {

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final JsonMapper json;

	private final Clock clock;

	private final Duration lease;

	/**
	 * @param lease longer than handing one over can take, by the timeouts of the line
	 */
	MailClaims(JdbcClient jdbc, Outbox outbox, JsonMapper json, Clock clock,
			@Value("${sayso.mail.lease:5m}") Duration lease) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.json = json;
		this.clock = clock;
		this.lease = lease;
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
				where id = ? and state = 'waiting'""")
			.params(claim, Outbox.utc(now.plus(this.lease)), Outbox.utc(now), id)
			.update();
		return (claimed == 1) ? this.outbox.find(id) : Optional.empty();
	}

	/**
	 * Notes that the text is about to go to the server.
	 * @return whether the mail is still this claim's
	 */
	boolean offer(UUID id, UUID claim) {
		return move(id, claim, "state = 'offered', lease_until = :lease",
				Map.of("lease", Outbox.utc(this.clock.instant().plus(this.lease))), "sending");
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

	/** Keeps what would have been sent, to be read where no server is set up. */
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
		move(id, claim, "state = :state, claim = null, fault = :fault, detail = :detail, due_at = :due", Map.of("state",
				state.key(), "fault", handover.fault(), "detail", handover.detail(), "due", Outbox.utc(next)),
				"sending", "offered");
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

	private OffsetDateTime now() {
		return Outbox.utc(this.clock.instant());
	}

}
