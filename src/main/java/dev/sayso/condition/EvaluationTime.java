package dev.sayso.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a query is run. A day begins in each person's own zone, so what depends on a day
 * is worked out for every zone here and handed to the query as groups of zones: its
 * answer then is that of memory, whatever the database knows of zones.
 *
 * @param zone where days begin for those who have none
 */
record EvaluationTime(Instant now, ZoneId zone) {

	/** The column that names a person's zone. */
	private static final String ZONE = "p.time_zone";

	private static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

	private static final Map<String, ZoneId> BY_ID = ZONES.stream()
		.collect(Collectors.toMap(ZoneId::getId, Function.identity()));

	static ZoneId zone(String id, ZoneId otherwise) {
		return BY_ID.getOrDefault(id, otherwise);
	}

	LocalDate today(ZoneId in) {
		return LocalDate.ofInstant(this.now, in);
	}

	<B> Map<B, List<String>> byZone(Function<ZoneId, B> bounds) {
		Map<B, List<String>> groups = new LinkedHashMap<>();
		ZONES.forEach(
				(known) -> groups.computeIfAbsent(bounds.apply(known), (key) -> new ArrayList<>()).add(known.getId()));
		groups.computeIfAbsent(bounds.apply(this.zone), (key) -> new ArrayList<>());
		return groups;
	}

	<B> String sql(Function<ZoneId, B> bounds, Function<B, String> within, SqlBindings bindings) {
		Map<B, List<String>> groups = byZone(bounds);
		B usual = bounds.apply(this.zone);
		groups.remove(usual);
		if (groups.isEmpty()) {
			return within.apply(usual);
		}
		String[] others = groups.values().stream().flatMap(List::stream).toArray(String[]::new);
		List<String> alternatives = new ArrayList<>();
		alternatives.add(within.apply(usual) + " and (" + ZONE + " is null or not (" + ZONE + " = any("
				+ bindings.bind(others) + ")))");
		groups.forEach((bound, zones) -> alternatives
			.add(within.apply(bound) + " and " + ZONE + " = any(" + bindings.bind(zones.toArray(String[]::new)) + ")"));
		return "(" + String.join(" or ", alternatives) + ")";
	}

}
