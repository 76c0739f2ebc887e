package dev.sayso.consent.suppression;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Grounds;
import dev.sayso.consent.suppression.SuppressionHistory.Act;
import dev.sayso.consent.suppression.SuppressionHistory.Entry;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

/**
 * The rows of suppressions, written with their history within the caller's transaction.
 */
@Component
class SuppressionRows {

	private final JdbcTemplate jdbc;

	private final Suppressions suppressions;

	private final SuppressionHistory history;

	private final SuppressionHashes hashes;

	private final Clock clock;

	SuppressionRows(JdbcTemplate jdbc, Suppressions suppressions, SuppressionHistory history, SuppressionHashes hashes,
			Clock clock) {
		this.jdbc = jdbc;
		this.suppressions = suppressions;
		this.history = history;
		this.hashes = hashes;
		this.clock = clock;
	}

	SuppressionRows at(Clock other) {
		return new SuppressionRows(this.jdbc, this.suppressions, this.history, this.hashes, other);
	}

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * What became of an address that is to be kept from being used.
	 *
	 * @param before what stood, in force or not; null where nothing did
	 */
	record Kept(@Nullable Suppression before, Suppression stands, boolean fresh) {

		boolean isChanged() {
			return !this.stands.equals(this.before);
		}

		/** Why the address was not used before; null where it was. */
		@Nullable String changedFrom() {
			return (this.before != null && !this.fresh) ? this.before.reason().key() : null;
		}

		Act act() {
			return this.fresh ? Act.ADDED : Act.CHANGED;
		}

	}

	/**
	 * Keeps addresses from being used; what stands already is joined with what is said.
	 * @param all each of another address or kind
	 */
	Map<StatedSuppression, Kept> keep(Collection<StatedSuppression> all) {
		Map<StatedSuppression, Map<Channel, String>> addresses = all.stream()
			.collect(Collectors.toMap((stated) -> stated, StatedSuppression::alone));
		Map<StatedSuppression, List<Suppression>> standing = this.suppressions.held(addresses);
		Map<StatedSuppression, Kept> kept = new HashMap<>();
		for (StatedSuppression stated : all) {
			find(standing.getOrDefault(stated, List.of()), stated).ifPresent((before) -> kept.put(stated,
					new Kept(before, before.joined(stated.suppression(), now()), !before.isInForce(now()))));
		}
		update(kept.values().stream().filter(Kept::isChanged).map(Kept::stands).toList());
		List<StatedSuppression> left = all.stream().filter((stated) -> !kept.containsKey(stated)).toList();
		List<StatedSuppression> inserted = insert(left);
		inserted.forEach((stated) -> kept.put(stated, new Kept(null, stated.suppression(), true)));
		this.history.append(kept.entrySet()
			.stream()
			.filter((each) -> each.getValue().isChanged())
			.map((each) -> new Entry(now(), each.getValue().act(), each.getValue().stands(), each.getKey().by(),
					new Grounds(null, each.getKey().evidence())))
			.toList());
		if (inserted.size() < left.size()) {
			kept.putAll(keep(left.stream().filter((stated) -> !kept.containsKey(stated)).toList()));
		}
		return kept;
	}

	/**
	 * Which of them somebody lifted, with a reason, after that which is stated happened.
	 */
	Set<StatedSuppression> lifted(Collection<StatedSuppression> all) {
		return this.history.lifted(all);
	}

	private static Optional<Suppression> find(List<Suppression> standing, StatedSuppression stated) {
		return standing.stream().filter((suppression) -> suppression.kind() == stated.suppression().kind()).findFirst();
	}

	/** Not those whose address another kept at this moment. */
	private List<StatedSuppression> insert(List<StatedSuppression> all) {
		if (all.isEmpty()) {
			return all;
		}
		int[] inserted = this.jdbc.batchUpdate("""
				insert into suppression (id, channel, hash, reason, kind, origin, own, since, ends_at, source)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", all.stream().map(this::row).toList());
		return IntStream.range(0, all.size()).filter((at) -> inserted[at] == 1).mapToObj(all::get).toList();
	}

	private @Nullable Object[] row(StatedSuppression stated) {
		Suppression suppression = stated.suppression();
		return new Object[] { suppression.id(), suppression.channel().key(),
				this.hashes.hash(suppression.channel(), stated.address()), suppression.reason().key(),
				suppression.kind().key(), suppression.origin().key(), suppression.own(), utc(suppression.since()),
				utc(suppression.until()), suppression.source() };
	}

	private void update(List<Suppression> all) {
		if (!all.isEmpty()) {
			this.jdbc.batchUpdate("""
					update suppression set reason = ?, origin = ?, own = ?, since = ?, ends_at = ?, source = ?
					where id = ?""",
					all.stream()
						.map((after) -> new Object[] { after.reason().key(), after.origin().key(), after.own(),
								utc(after.since()), utc(after.until()), after.source(), after.id() })
						.toList());
		}
	}

	/** Ends a suppression, where it still stands. */
	void lift(Suppression lifted, Actor by, Grounds grounds) {
		if (!this.jdbc.queryForList("select id from suppression where id = ? for update", UUID.class, lifted.id())
			.isEmpty()) {
			this.history.append(List.of(new Entry(now(), Act.LIFTED, lifted, by, grounds)));
			this.jdbc.update("delete from suppression where id = ?", lifted.id());
		}
	}

	static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
