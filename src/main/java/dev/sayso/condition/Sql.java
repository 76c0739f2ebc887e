package dev.sayso.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * SQL about the person {@code p} that holds or not.
 *
 * @param total whether it is never null
 * @param rows the rows that it asks for; null where it asks for anything else
 */
record Sql(String text, boolean total, @Nullable Rows rows) {

	static Sql of(String text, boolean total) {
		return new Sql(text, total, null);
	}

	static Sql of(Rows rows) {
		return new Sql(rows.exist(), true, rows);
	}

	static Sql all(List<Sql> parts) {
		return joined(parts, "\n\tand ", "1 = 1");
	}

	/**
	 * Any of some parts, where those that ask for rows of the same table ask at once.
	 */
	static Sql any(List<Sql> parts) {
		Map<String, Rows> tables = new LinkedHashMap<>();
		List<Sql> ways = new ArrayList<>();
		for (Sql part : parts) {
			if (part.rows() != null) {
				tables.merge(part.rows().table(), part.rows(), Rows::or);
			}
			else {
				ways.add(part);
			}
		}
		tables.values().forEach((rows) -> ways.add(of(rows)));
		return joined(ways, "\n\tor ", "1 = 0");
	}

	private static Sql joined(List<Sql> parts, String by, String none) {
		return switch (parts.size()) {
			case 0 -> of(none, true);
			case 1 -> parts.get(0);
			default -> of(parts.stream().map(Sql::text).collect(Collectors.joining(by, "(", ")")),
					parts.stream().allMatch(Sql::total));
		};
	}

	/**
	 * Null is not true, and so is negated like false.
	 */
	Sql not() {
		return of(this.total ? "not (" + this.text + ")" : "(" + this.text + ") is not true", true);
	}

}
