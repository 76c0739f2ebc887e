package dev.sayso.contact.inbound;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.ReceivedMessage.Incoming;
import dev.sayso.contact.inbound.ReceivedMessage.Outcome;
import dev.sayso.contact.inbound.ReceivedMessage.Review;
import dev.sayso.shared.AddressHashes;
import dev.sayso.shared.Channel;
import dev.sayso.shared.TextNormalizer;

/**
 * The rows of what came in. They know an address by its keyed hash, and in clear only
 * while somebody has to look at it.
 */
@Component
class ReceivedMessageRows {

	private static final String COLUMNS = """
			select id, connector_id, source, external_id, received_at, said_at, channel, sender, address, content, meaning, result,
				people, reply, review, decided_at, decided_by
			from received_message""";

	private final JdbcClient jdbc;

	private final AddressHashes hashes;

	ReceivedMessageRows(JdbcClient jdbc, AddressHashes hashes) {
		this.jdbc = jdbc;
		this.hashes = hashes;
	}

	/**
	 * What brought something.
	 *
	 * @param connector null where it came from none
	 * @param name of what told it instead
	 */
	record Source(@Nullable UUID connector, @Nullable String name) {
	}

	/** Not where the same was brought before, or is at this moment. */
	boolean add(UUID id, Source source, String externalId, Incoming incoming, Instant now) {
		String content = incoming.content();
		return this.jdbc
			.sql("""
					insert into received_message (id, connector_id, source, external_id, received_at, said_at, channel, hash, sender, content,
						meaning, result, people, review)
					values (?, ?, ?, ?, ?, ?, ?, ?, '', ?, '', '', 0, 'none') on conflict do nothing""")
			.params(id, source.connector(), source.name(), externalId, now.atOffset(ZoneOffset.UTC),
					incoming.saidAt().atOffset(ZoneOffset.UTC), incoming.channel().key(),
					(incoming.address() != null) ? hash(incoming.channel(), incoming.address()) : null,
					(content != null) ? TextNormalizer.shorten(content, ReceivedMessages.LONGEST_TEXT) : null)
			.update() == 1;
	}

	void complete(UUID id, Outcome outcome, String sender, @Nullable String address) {
		this.jdbc
			.sql("""
					update received_message set meaning = ?, result = ?, people = ?, reply = ?, review = ?, sender = ?, address = ?
					where id = ?""")
			.params(outcome.meaning(), outcome.result(), outcome.people(), outcome.reply(), outcome.review().key(),
					sender, address, id)
			.update();
	}

	Optional<ReceivedMessage> find(UUID id) {
		return this.jdbc.sql(COLUMNS + " where id = ?").param(id).query(ReceivedMessageRows::message).optional();
	}

	Optional<ReceivedMessage> find(UUID connector, String externalId) {
		return this.jdbc.sql(COLUMNS + " where connector_id = ? and external_id = ?")
			.params(connector, externalId)
			.query(ReceivedMessageRows::message)
			.optional();
	}

	/** Whether anything is kept that a connector brought. */
	boolean isAnyOf(UUID connector) {
		return this.jdbc.sql("select exists (select 1 from received_message where connector_id = ?)")
			.param(connector)
			.query(Boolean.class)
			.single();
	}

	boolean saidSince(Channel channel, String address, String meaning, Instant saidAt) {
		return this.jdbc.sql("""
				select exists (select 1 from received_message
					where hash = any(:hashes) and channel = :channel and meaning = :meaning and said_at > :said)""")
			.param("hashes", hashes(channel, address))
			.param("channel", channel.key())
			.param("meaning", meaning)
			.param("said", saidAt.atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	/** What waits for a human eye: first where nothing was done, the oldest first. */
	List<ReceivedMessage> waiting(int limit) {
		return this.jdbc
			.sql(COLUMNS + " where review in ('first', 'waiting') order by review, received_at, id limit :limit")
			.param("limit", limit)
			.query(ReceivedMessageRows::message)
			.list();
	}

	long countWaiting() {
		return this.jdbc.sql("select count(*) from received_message where review in ('first', 'waiting')")
			.query(Long.class)
			.single();
	}

	/** What somebody looked at, the newest decision first. */
	List<ReceivedMessage> decided(int limit) {
		return this.jdbc
			.sql(COLUMNS + " where review in ('stop', 'nothing') order by decided_at desc, id desc limit :limit")
			.param("limit", limit)
			.query(ReceivedMessageRows::message)
			.list();
	}

	/** What a connector brought, the newest first. */
	List<ReceivedMessage> latest(UUID connector, int limit) {
		return this.jdbc
			.sql(COLUMNS + " where connector_id = :connector order by received_at desc, id desc limit :limit")
			.param("connector", connector)
			.param("limit", limit)
			.query(ReceivedMessageRows::message)
			.list();
	}

	/** The same, held until the transaction ends. */
	Optional<ReceivedMessage> held(UUID id) {
		return this.jdbc.sql(COLUMNS + " where id = ? for update")
			.param(id)
			.query(ReceivedMessageRows::message)
			.optional();
	}

	/** Somebody looked at it; its address is needed no more. */
	void decide(UUID id, Review review, String result, int people, Instant now, String by) {
		this.jdbc
			.sql("""
					update received_message set review = ?, address = null, result = ?, people = ?, decided_at = ?, decided_by = ?
					where id = ?""")
			.params(review.key(), result, people, now.atOffset(ZoneOffset.UTC), by, id)
			.update();
	}

	/**
	 * Forgets who said what, of all that nobody has to look at and that came before an
	 * instant.
	 */
	int forgetBefore(Instant before) {
		return this.jdbc
			.sql("""
					update received_message set sender = '', address = null, content = null, reply = null
					where received_at < ? and review in ('none', 'stop', 'nothing') and (content is not null or sender <> '')""")
			.param(before.atOffset(ZoneOffset.UTC))
			.update();
	}

	private String hash(Channel channel, String address) {
		return HexFormat.of().formatHex(this.hashes.hash(content(channel, address)));
	}

	String[] hashes(Channel channel, String address) {
		return this.hashes.hashes(content(channel, address)).map(HexFormat.of()::formatHex).toArray(String[]::new);
	}

	private static byte[] content(Channel channel, String address) {
		return ("received:" + channel.key() + ":" + address).getBytes(StandardCharsets.UTF_8);
	}

	private static Review review(String key) {
		return Review.valueOf(key.toUpperCase(Locale.ROOT));
	}

	private static ReceivedMessage message(ResultSet row, int number) throws SQLException {
		OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
		return new ReceivedMessage(row.getObject("id", UUID.class), row.getObject("connector_id", UUID.class),
				row.getString("source"), row.getString("external_id"), instant(row, "received_at"),
				instant(row, "said_at"), Channel.of(row.getString("channel")).orElseThrow(), row.getString("sender"),
				row.getString("address"), row.getString("content"), row.getString("meaning"), row.getString("result"),
				row.getInt("people"), row.getString("reply"), review(row.getString("review")),
				(decided != null) ? decided.toInstant() : null, row.getString("decided_by"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
