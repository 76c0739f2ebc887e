package dev.sayso.consent.suppression;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.EmailAddress;
import dev.sayso.person.Origin;
import dev.sayso.shared.AddressHashes;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;

/**
 * Addresses that must not be used. The store knows them by a keyed hash alone, so that it
 * says nothing about people who are gone.
 */
@Component
public class Suppressions {

	/** For more people than that, one looks first whether there is anything to find. */
	private static final int FEW = 100;

	private final JdbcClient jdbc;

	private final AddressHashes hashes;

	Suppressions(JdbcClient jdbc, AddressHashes hashes) {
		this.jdbc = jdbc;
		this.hashes = hashes;
	}

	public List<Suppression> find(Map<Channel, String> addresses) {
		return ofEach(Map.of(addresses, addresses)).getOrDefault(addresses, List.of());
	}

	/**
	 * Whether nothing arrives at an address, so that not even what is asked for goes
	 * there.
	 */
	public boolean isUndeliverable(Channel channel, String address) {
		return find(Map.of(channel, address)).stream()
			.anyMatch((suppression) -> suppression.kind() == Suppression.Kind.UNDELIVERABLE);
	}

	/**
	 * What suppresses any address of each of these people, in one query; those of whom
	 * nothing is suppressed are left out.
	 * @param people each with their addresses, normalised, by channel
	 */
	public <T> Map<T, List<Suppression>> ofEach(Map<T, Map<Channel, String>> people) {
		if (people.size() > FEW
				&& this.jdbc.sql("select not exists (select 1 from suppression)").query(Boolean.class).single()) {
			return Map.of();
		}
		Map<String, List<T>> owners = new HashMap<>();
		people.forEach((owner, addresses) -> addresses.forEach((channel, address) -> hashes(channel, address)
			.forEach((hash) -> owners.computeIfAbsent(hash, (key) -> new ArrayList<>()).add(owner))));
		Map<T, List<Suppression>> suppressions = new HashMap<>();
		if (!owners.isEmpty()) {
			this.jdbc.sql("""
					select id, channel, hash, kind, origin, own, since, source from suppression
					where hash = any(:hashes)
					order by since""").param("hashes", owners.keySet().toArray(String[]::new)).query((row) -> {
				Suppression suppression = suppression(row);
				owners.get(row.getString("hash"))
					.forEach((owner) -> suppressions.computeIfAbsent(owner, (key) -> new ArrayList<>())
						.add(suppression));
			});
		}
		return suppressions;
	}

	/**
	 * Domains once were hashed as they were typed, so both ways to write one are looked
	 * for.
	 */
	private Stream<String> hashes(Channel channel, String address) {
		Stream<String> spellings = (channel == Channel.EMAIL)
				? Stream.of(address, EmailAddress.ascii(address)).distinct() : Stream.of(address);
		return spellings.flatMap((spelling) -> this.hashes.hashes(content(channel, spelling)))
			.map((hash) -> HexFormat.of().formatHex(hash));
	}

	/**
	 * Keeps an address from being used; where it is kept already nothing changes, but
	 * that a no becomes the person's where they said it too, and that it stands since it
	 * was said last.
	 * @return whether it was not kept already
	 */
	public boolean keep(Channel channel, String address, Suppression.Kind kind, Origin origin, boolean own,
			Instant since, @Nullable String source) {
		Suppression kept = find(Map.of(channel, address)).stream()
			.filter((suppression) -> suppression.kind() == kind)
			.findFirst()
			.orElse(null);
		if (kept == null) {
			insert(channel, address, kind, origin, own, since, source);
			return true;
		}
		boolean later = kind == Suppression.Kind.KEPT_SAY && since.isAfter(kept.since());
		Instant last = later ? since : kept.since();
		if (!kept.own() && (own || (origin == Origin.SUBJECT && kept.origin() != Origin.SUBJECT))) {
			change(kept, origin, own, last, source);
		}
		else if (later) {
			change(kept, kept.origin(), kept.own(), last, kept.source());
		}
		return false;
	}

	private void change(Suppression kept, Origin origin, boolean own, Instant since, @Nullable String source) {
		this.jdbc.sql("update suppression set origin = ?, own = ?, since = ?, source = ? where id = ?")
			.params(origin.key(), own, since.atOffset(ZoneOffset.UTC), source, kept.id())
			.update();
	}

	/** Where another keeps the same address at this moment, theirs stands. */
	private void insert(Channel channel, String address, Suppression.Kind kind, Origin origin, boolean own,
			Instant since, @Nullable String source) {
		this.jdbc.sql("""
				insert into suppression (id, channel, hash, kind, origin, own, since, source)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(Ids.next(), channel.key(), HexFormat.of().formatHex(this.hashes.hash(content(channel, address))),
					kind.key(), origin.key(), own, since.atOffset(ZoneOffset.UTC), source)
			.update();
	}

	public void lift(Collection<Suppression> suppressions) {
		UUID[] ids = suppressions.stream().map(Suppression::id).toArray(UUID[]::new);
		this.jdbc.sql("delete from suppression where id = any(:ids)").param("ids", ids).update();
	}

	/**
	 * SMS, calls and messengers differ in what a no covers, so each channel hashes for
	 * itself.
	 */
	private static byte[] content(Channel channel, String address) {
		return ("suppression:" + channel.key() + ":" + address).getBytes(StandardCharsets.UTF_8);
	}

	private static Suppression suppression(ResultSet row) throws SQLException {
		return new Suppression(row.getObject("id", UUID.class), Channel.of(row.getString("channel")).orElseThrow(),
				Suppression.Kind.of(row.getString("kind")), Origin.of(row.getString("origin")), row.getBoolean("own"),
				row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("source"));
	}

}
