package dev.sayso.contact.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.person.EmailAddress;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.AddressHashes;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Sha256;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.store.Redaction;

/**
 * What is kept of events, by keyed hashes of addresses alone: what a diagnostic repeats
 * of an address is taken out of it.
 */
@Component
class MessageEventRows {

	private static final int LONGEST_MESSAGE = 200;

	private static final int LONGEST_DIAGNOSTIC = 500;

	private final JdbcClient jdbc;

	private final AddressHashes hashes;

	MessageEventRows(JdbcClient jdbc, AddressHashes hashes) {
		this.jdbc = jdbc;
		this.hashes = hashes;
	}

	/** Whether an event is kept that was not told before. */
	boolean add(UUID id, MessageEvent event, String sender) {
		return insert(id, identity(event), event, sender);
	}

	/** Keeps an event that was told before and happened again. */
	void addAgain(UUID id, MessageEvent event, String sender) {
		insert(id, again(event), event, sender);
	}

	/** Whether the same is known to have happened then, or since. */
	boolean isKnownSince(MessageEvent event) {
		return this.jdbc.sql("""
				select exists (select 1 from message_event
					where (identity = :identity and at >= :at) or identity = :again)""")
			.param("identity", identity(event))
			.param("again", again(event))
			.param("at", utc(event.at()))
			.query(Boolean.class)
			.single();
	}

	private boolean insert(UUID id, String identity, MessageEvent event, String sender) {
		return this.jdbc.sql("""
				insert into message_event (id, identity, hash, channel, kind, at, sender, message, diagnostic, effect)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(id, identity, hash(event), event.channel().key(), event.kind().key(), utc(event.at()), sender,
					message(event), diagnostic(event), Effect.NOTED.key())
			.update() == 1;
	}

	void conclude(UUID id, Effect effect, @Nullable UUID suppression) {
		this.jdbc.sql("update message_event set effect = ?, suppression_id = ? where id = ?")
			.params(effect.key(), suppression, id)
			.update();
	}

	/** Notes that a message arrived; the last time counts. */
	void arrived(MessageEvent event) {
		String hash = hash(event);
		OffsetDateTime at = utc(event.at());
		this.jdbc.sql("insert into message_arrival (hash, arrived_at) values (?, ?) on conflict do nothing")
			.params(hash, at)
			.update();
		this.jdbc.sql("update message_arrival set arrived_at = ? where hash = ? and arrived_at < ?")
			.params(at, hash, at)
			.update();
	}

	/**
	 * When there were bounces that are not final since the last delivery, earliest first.
	 */
	List<Instant> softBounces(MessageEvent event) {
		return this.jdbc.sql("""
				select e.at from message_event e where e.hash = :hash and e.kind = 'soft-bounce' and not exists (
					select 1 from message_arrival a where a.hash = e.hash and a.arrived_at >= e.at)
				order by e.at""")
			.param("hash", hash(event))
			.query(OffsetDateTime.class)
			.list()
			.stream()
			.map(OffsetDateTime::toInstant)
			.toList();
	}

	/** Whether an address is suppressed for what was told of messages. */
	boolean explains(UUID suppression) {
		return this.jdbc.sql("select exists (select 1 from message_event where suppression_id = ?)")
			.param(suppression)
			.query(Boolean.class)
			.single();
	}

	/** Counts what one sender told at a time. */
	void count(String sender, Instant hour, Map<Kind, Integer> events) {
		events.forEach((kind, many) -> {
			this.jdbc.sql("""
					insert into message_event_count (sender, hour_at, kind, events) values (?, ?, ?, 0)
					on conflict do nothing""").params(sender, utc(hour), kind.key()).update();
			this.jdbc
				.sql("update message_event_count set events = events + ? where sender = ? and hour_at = ? and kind = ?")
				.params(many, sender, utc(hour), kind.key())
				.update();
		});
	}

	/**
	 * Takes out what senders told in words of messages to somebody.
	 * @param addresses all that they have, by channel
	 */
	void forget(ProfileId person, Map<Channel, List<String>> addresses) {
		Stream<String> theirs = addresses.entrySet()
			.stream()
			.flatMap((address) -> address.getValue().stream().map((each) -> content(address.getKey(), each)))
			.flatMap(this.hashes::hashes)
			.map(HexFormat.of()::formatHex);
		Stream<String> unaddressed = Arrays.stream(Channel.values()).map((channel) -> hash(person, channel));
		this.jdbc.sql("update message_event set message = null, diagnostic = null where hash = any(:hashes)")
			.param("hashes", Stream.concat(theirs, unaddressed).toArray(String[]::new))
			.update();
	}

	/**
	 * Takes out what senders told in words of messages to these addresses, but of those
	 * that somebody has.
	 */
	void forgetUnowned(Map<Channel, String> addresses) {
		addresses.forEach((channel, address) -> this.jdbc
			.sql("update message_event set message = null, diagnostic = null where hash = any(:hashes)"
					+ " and not exists (select 1 from profile p where " + SearchKeys.addressColumn("p", channel)
					+ " = :address)")
			.param("hashes", hashes(Map.of(channel, address)))
			.param("address", address)
			.update());
	}

	/** Under which hashes events at these addresses are kept. */
	String[] hashes(Map<Channel, String> addresses) {
		return addresses.entrySet()
			.stream()
			.flatMap((address) -> this.hashes.hashes(content(address.getKey(), address.getValue())))
			.map(HexFormat.of()::formatHex)
			.toArray(String[]::new);
	}

	/** Deletes what no rule looks at any more. */
	void expire(Instant before) {
		this.jdbc.sql("delete from message_event where id < ?").param(Ids.first(before)).update();
		this.jdbc.sql("delete from message_arrival where arrived_at < ?").param(utc(before)).update();
		this.jdbc.sql("delete from message_event_count where hour_at < ?").param(utc(before)).update();
	}

	static @Nullable String message(MessageEvent event) {
		return redact(event, event.message(), LONGEST_MESSAGE);
	}

	static @Nullable String diagnostic(MessageEvent event) {
		return redact(event, event.diagnostic(), LONGEST_DIAGNOSTIC);
	}

	/** A text without the address, and no longer than it is kept. */
	private static @Nullable String redact(MessageEvent event, @Nullable String text, int longest) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String address = event.address();
		String told = (address != null) ? Redaction.of(List.of(address, EmailAddress.ascii(address))).out(text) : text;
		return TextNormalizer.shorten(told.strip(), longest);
	}

	/**
	 * What makes an event the same: what happened, to which message, at which address,
	 * and what was replied. Without the message's id it is the same only at the same
	 * time.
	 */
	private String identity(MessageEvent event) {
		String which = Optional.ofNullable(event.message()).orElseGet(() -> event.at().toString());
		String replied = Optional.ofNullable(event.text()).map((text) -> ":" + Sha256.hex(text.strip())).orElse("");
		return hash("message-event:" + event.kind().key() + ":" + hash(event) + ":" + which + replied);
	}

	private String again(MessageEvent event) {
		return hash("message-event:again:" + identity(event) + ":" + event.at());
	}

	private String hash(MessageEvent event) {
		return (event.address() != null)
				? HexFormat.of().formatHex(this.hashes.hash(content(event.channel(), event.address())))
				: hash(Objects.requireNonNull(event.profile()), event.channel());
	}

	private String hash(ProfileId person, Channel channel) {
		return hash("message:profile:" + person.id() + ":" + channel.key());
	}

	private String hash(String content) {
		return HexFormat.of().formatHex(this.hashes.hash(content.getBytes(StandardCharsets.UTF_8)));
	}

	private static byte[] content(Channel channel, String address) {
		return ("message:" + channel.key() + ":" + address).getBytes(StandardCharsets.UTF_8);
	}

	static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
