package dev.sayso.contact.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.person.EmailAddress;
import dev.sayso.shared.AddressHashes;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Sha256;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.store.ManyValues;
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

	private final JdbcTemplate batch;

	private final AddressHashes hashes;

	private final ManyValues many;

	MessageEventRows(JdbcClient jdbc, JdbcTemplate batch, AddressHashes hashes, ManyValues many) {
		this.many = many;
		this.jdbc = jdbc;
		this.batch = batch;
		this.hashes = hashes;
	}

	/**
	 * Those of some different events that were told before, by whether the same is known
	 * to have happened then, or since.
	 */
	Map<MessageEvent, Boolean> known(Collection<MessageEvent> events) {
		Map<String, Instant> known = new HashMap<>();
		this.jdbc.sql("select identity, at from message_event where " + this.many.among("identity", "identities"))
			.param("identities",
					events.stream()
						.flatMap((event) -> event.kind().isNo() ? Stream.of(identity(event), again(event))
								: Stream.of(identity(event)))
						.toArray(String[]::new))
			.query((row) -> {
				known.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
			});
		Map<MessageEvent, Boolean> told = new HashMap<>();
		if (!known.isEmpty()) {
			events.stream()
				.filter((event) -> known.containsKey(identity(event)))
				.forEach((event) -> told.put(event,
						!known.get(identity(event)).isBefore(event.at()) || known.containsKey(again(event))));
		}
		return told;
	}

	/**
	 * Keeps different events with what they did.
	 * @param again those that were told before and happened again
	 * @return those that nobody else kept meanwhile
	 */
	List<MessageEvent> add(Map<MessageEvent, RecordMessageEvent.Outcome> events, Set<MessageEvent> again,
			String sender) {
		if (events.isEmpty()) {
			return List.of();
		}
		List<MessageEvent> all = List.copyOf(events.keySet());
		int[] added = this.batch.batchUpdate("""
				insert into message_event (id, identity, hash, channel, kind, at, sender, message, diagnostic, effect,
					suppression_id)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", all.stream().map((event) -> {
			RecordMessageEvent.Outcome outcome = events.get(event);
			return new @Nullable Object[] { Ids.next(), again.contains(event) ? again(event) : identity(event),
					hash(event), event.channel().key(), event.kind().key(), utc(event.at()), sender, message(event),
					diagnostic(event), outcome.effect().key(), outcome.suppression() };
		}).toList());
		return IntStream.range(0, added.length).filter((at) -> added[at] == 1).mapToObj(all::get).toList();
	}

	/** Tells what became of an event that is kept already. */
	void conclude(MessageEvent event, RecordMessageEvent.Outcome outcome) {
		this.batch.update("update message_event set effect = ?, suppression_id = ? where identity = ?",
				outcome.effect().key(), outcome.suppression(), identity(event));
	}

	/**
	 * When there were bounces that are not final since the last delivery, earliest first.
	 */
	List<Instant> softBounces(MessageEvent event) {
		return softBounces(List.of(event)).getOrDefault(event, List.of());
	}

	/** The same of each of these, which are about different addresses or people. */
	Map<MessageEvent, List<Instant>> softBounces(Collection<MessageEvent> events) {
		Map<String, MessageEvent> hashes = new HashMap<>();
		events.forEach((event) -> hashes.put(hash(event), event));
		Map<MessageEvent, List<Instant>> bounces = new HashMap<>();
		this.jdbc.sql("""
				select e.hash, e.at from message_event e
				where %s and e.kind = 'soft-bounce' and not exists (
					select 1 from message_arrival a where a.hash = e.hash and a.arrived_at >= e.at)
				order by e.at""".formatted(this.many.among("e.hash", "hashes")))
			.param("hashes", hashes.keySet().toArray(String[]::new))
			.query((row) -> {
				bounces.computeIfAbsent(hashes.get(row.getString(1)), (event) -> new ArrayList<>())
					.add(row.getObject(2, OffsetDateTime.class).toInstant());
			});
		return bounces;
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

	/** Under which hashes events at these addresses are kept. */
	String[] hashes(Map<Channel, String> addresses) {
		return addresses.entrySet()
			.stream()
			.flatMap((address) -> hashes(address.getKey(), address.getValue()))
			.toArray(String[]::new);
	}

	Stream<String> hashes(Channel channel, String address) {
		return this.hashes.hashes(content(channel, address)).map(HexFormat.of()::formatHex);
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

	String hash(MessageEvent event) {
		return (event.address() != null)
				? HexFormat.of().formatHex(this.hashes.hash(content(event.channel(), event.address())))
				: hash(Objects.requireNonNull(event.profile()), event.channel());
	}

	String hash(ProfileId person, Channel channel) {
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
