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
record SqlFragment(String text, boolean total, @Nullable RelatedRows rows) {

	static SqlFragment of(String text, boolean total) {
		return new SqlFragment(text, total, null);
	}

	static SqlFragment of(RelatedRows rows) {
		return new SqlFragment(rows.exist(), true, rows);
	}

	static SqlFragment all(List<SqlFragment> parts) {
		return joined(parts, "\n\tand ", "1 = 1");
	}

	/**
	 * Any of some parts, where those that ask for rows of the same table ask at once.
	 */
	static SqlFragment any(List<SqlFragment> parts) {
		Map<String, RelatedRows> tables = new LinkedHashMap<>();
		List<SqlFragment> alternatives = new ArrayList<>();
		for (SqlFragment part : parts) {
			if (part.rows() != null) {
				tables.merge(part.rows().table(), part.rows(), RelatedRows::or);
			}
			else {
				alternatives.add(part);
			}
		}
		tables.values().forEach((rows) -> alternatives.add(of(rows)));
		return joined(alternatives, "\n\tor ", "1 = 0");
	}

	private static SqlFragment joined(List<SqlFragment> parts, String by, String none) {
		return switch (parts.size()) {
			case 0 -> of(none, true);
			case 1 -> parts.get(0);
			default -> of(parts.stream().map(SqlFragment::text).collect(Collectors.joining(by, "(", ")")),
					parts.stream().allMatch(SqlFragment::total));
		};
	}

	/**
	 * Null is not true, and so is negated like false.
	 */
	SqlFragment not() {
		return of(this.total ? "not (" + this.text + ")" : "(" + this.text + ") is not true", true);
	}

}
