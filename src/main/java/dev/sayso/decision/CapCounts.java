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
import dev.sayso.profile.OneName;
import dev.sayso.shared.Together;

/**
 * The counters of caps as they stood when they were read.
 */
record CapCounts(LocalDate today, Map<Counter, Integer> taken) implements Counts {

	/** Stands for all people together. */
	static final UUID ALL = new UUID(0, 0);

	/** What counts for one offer, since a day. */
	record Counter(UUID offer, String cap, LocalDate since) {

	}

	/**
	 * The counters of these offers, to be asked together with other things.
	 * @param person whose; null for those of all together alone
	 */
	static Together.Ask<CapCounts> ask(List<LiveOffer> offers, LocalDate today, @Nullable OneName person) {
		List<Object> values = new ArrayList<>();
		values.add(offers.stream().map(LiveOffer::id).toArray(UUID[]::new));
		for (Cap.Period period : Cap.Period.values()) {
			values.add(period.since(today));
		}
		values.add(ALL);
		String whose = "profile_id = ?";
		if (person != null) {
			values.addAll(person.values());
			whose += " or profile_id in (" + person.ids() + ")";
		}
		return new Together.Ask<>("select offer_id, cap, since, taken from cap_count where offer_id = any(?)"
				+ " and since in (?, ?, ?, ?) and (" + whose + ")", values, (rows) -> read(rows, today));
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
