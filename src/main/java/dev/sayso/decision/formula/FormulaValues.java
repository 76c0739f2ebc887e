package dev.sayso.decision.formula;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Values as formulas work with them: every number is a double, every day the moment at
 * which it begins.
 */
final class FormulaValues {

	private FormulaValues() {
	}

	static @Nullable Object of(@Nullable Object value, ZoneId zone) {
		if (value instanceof Number number) {
			return number.doubleValue();
		}
		if (value instanceof LocalDate day) {
			return day.atStartOfDay(zone).toInstant();
		}
		if (value instanceof List<?> list) {
			return list.stream().map((element) -> of(element, zone)).filter(Objects::nonNull).toList();
		}
		return (value instanceof Map<?, ?> members) ? members(members, zone) : value;
	}

	static Map<String, Object> members(Map<?, ?> members, ZoneId zone) {
		Map<String, Object> known = new LinkedHashMap<>();
		members.forEach((name, member) -> {
			Object value = of(member, zone);
			if (value != null) {
				known.put(String.valueOf(name), value);
			}
		});
		return known;
	}

	static int weight(Object value, int limit) {
		if (value instanceof String text) {
			return Math.min(limit, text.length());
		}
		Collection<?> members = (value instanceof Map<?, ?> map) ? map.values()
				: (value instanceof List<?> list) ? list : List.of();
		int weight = 0;
		for (Object member : members) {
			weight += 1 + weight(member, limit);
			if (weight >= limit) {
				return limit;
			}
		}
		return weight;
	}

}
