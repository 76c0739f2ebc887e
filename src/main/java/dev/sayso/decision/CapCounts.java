package dev.sayso.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.Cap;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.BatchedQueries;

/**
 * The counters of caps as they stood when they were read.
 */
public record CapCounts(LocalDate today, Map<Counter, Integer> taken) implements CapUsage {

	/** Stands for all people together. */
	public static final UUID ALL = new UUID(0, 0);

	record Counter(UUID offer, String cap, LocalDate since) {

	}

	/**
	 * The counters of these offers.
	 * @param person whose; null for those of all together alone
	 */
	public static CapCounts read(BatchedQueries queries, List<LiveOffer> offers, LocalDate today,
			@Nullable ProfileId person) {
		List<Object> values = new ArrayList<>();
		values.add(offers.stream().map(LiveOffer::id).toArray(UUID[]::new));
		for (Cap.Period period : Cap.Period.values()) {
			values.add(period.since(today));
		}
		values.add(ALL);
		values.add((person != null) ? person.id() : ALL);
		BatchedQueries.Query<CapCounts> counts = new BatchedQueries.Query<>("""
				select offer_id, cap, since, taken from cap_count
				where offer_id = any(?) and since in (?, ?, ?, ?) and profile_id in (?, ?)""", values,
				(rows) -> read(rows, today));
		queries.ask(List.of(counts));
		return counts.answer();
	}

	private static CapCounts read(ResultSet rows, LocalDate today) throws SQLException {
		Map<Counter, Integer> taken = new HashMap<>();
		while (rows.next()) {
			taken.put(new Counter(rows.getObject("offer_id", UUID.class), rows.getString("cap"),
					rows.getObject("since", LocalDate.class)), rows.getInt("taken"));
		}
		return new CapCounts(today, taken);
	}

	@Override
	public int taken(LiveOffer offer, Cap cap) {
		Counter counter = new Counter(offer.id(), cap.key(), cap.period().since(this.today));
		return this.taken.getOrDefault(counter, 0);
	}

	@Override
	public @Nullable Cap spent(LiveOffer offer) {
		for (Cap cap : offer.caps()) {
			Integer counted = this.taken.get(new Counter(offer.id(), cap.key(), cap.period().since(this.today)));
			if (counted != null && counted >= cap.limit()) {
				return cap;
			}
		}
		return null;
	}

}
