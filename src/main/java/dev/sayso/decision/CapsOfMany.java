package dev.sayso.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.offer.Cap;
import dev.sayso.shared.ProfileId;

/**
 * Reads of many people at once what is taken of their caps.
 */
@Component
class CapsOfMany {

	private final JdbcClient jdbc;

	CapsOfMany(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The counts of each of these people, with those of all together.
	 */
	Function<ProfileId, CapUsage> of(List<LiveOffer> capped, Collection<ProfileId> people, LocalDate today) {
		if (capped.isEmpty()) {
			return (person) -> CapUsage.NONE;
		}
		Map<UUID, Map<CapCounts.Counter, Integer>> taken = read(capped, people, today);
		Map<CapCounts.Counter, Integer> together = taken.getOrDefault(CapCounts.ALL, Map.of());
		CapCounts usual = new CapCounts(today, together);
		return (person) -> {
			Map<CapCounts.Counter, Integer> own = taken.get(person.id());
			if (own == null) {
				return usual;
			}
			Map<CapCounts.Counter, Integer> both = new HashMap<>(together);
			both.putAll(own);
			return new CapCounts(today, both);
		};
	}

	private Map<UUID, Map<CapCounts.Counter, Integer>> read(List<LiveOffer> capped, Collection<ProfileId> people,
			LocalDate today) {
		Map<UUID, Map<CapCounts.Counter, Integer>> taken = new HashMap<>();
		this.jdbc.sql("""
				select profile_id, offer_id, cap, since, taken from cap_count
				where offer_id = any(:offers) and since in (:since)
					and (profile_id = :all or profile_id = any(:people))""")
			.param("offers", capped.stream().map(LiveOffer::id).toArray(UUID[]::new))
			.param("since", Arrays.stream(Cap.Period.values()).map((period) -> period.since(today)).distinct().toList())
			.param("all", CapCounts.ALL)
			.param("people", people.stream().map(ProfileId::id).toArray(UUID[]::new))
			.query((row) -> {
				CapCounts.Counter counter = new CapCounts.Counter(row.getObject("offer_id", UUID.class),
						row.getString("cap"), row.getObject("since", LocalDate.class));
				taken.computeIfAbsent(row.getObject("profile_id", UUID.class), (key) -> new HashMap<>())
					.put(counter, row.getInt("taken"));
			});
		return taken;
	}

}
