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
record SqlFragment(String text, boolean total, @Nullable Rows rows) {

	static SqlFragment of(String text, boolean total) {
		return new SqlFragment(text, total, null);
	}

	static SqlFragment of(Rows rows) {
		return new SqlFragment(rows.exist(), true, rows);
	}

	static SqlFragment all(List<SqlFragment> parts) {
		return joined(parts, "\n\tand ", "1 = 1");
	}

	/** Any of some parts, where those that ask for rows of the same table ask at once. */
	static SqlFragment any(List<SqlFragment> parts) {
		Map<String, Rows> tables = new LinkedHashMap<>();
		List<SqlFragment> alternatives = new ArrayList<>();
		for (SqlFragment part : parts) {
			if (part.rows() != null) {
				tables.merge(part.rows().table(), part.rows(), Rows::or);
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

	/** Null is not true, and so is negated like false. */
	SqlFragment not() {
		return of(this.total ? "not (" + this.text + ")" : "(" + this.text + ") is not true", true);
	}

	/**
	 * Rows of a table, as {@code r}, of which a person is to have one.
	 *
	 * @param rough the SQL that holds of all of them and needs nothing of the person, so
	 * that they are found before it is known whose they are
	 * @param exact the SQL that holds of no others
	 */
	record Rows(String table, String rough, String exact) {

		/**
		 * These and others of the same table, to be asked for at once: a planner joins
		 * what one {@code exists} asks for, but of two either of which suffices, it asks
		 * anew for each person.
		 */
		Rows or(Rows more) {
			return new Rows(this.table, this.rough + "\n\tor " + more.rough, this.exact + "\n\tor " + more.exact);
		}

		/**
		 * The SQL, never null, that holds of a person who has one. Nearly all that are
		 * found roughly also pass exactly, but a planner that sees what that takes
		 * expects few, and then looks for each by itself; of a case it expects that it is
		 * not null.
		 */
		String exist() {
			String passing = this.exact.equals(this.rough) ? ""
					: "\n\tand case when " + this.exact + " then 1 end is not null";
			return "exists (select 1 from " + this.table + " r where r.profile_id = p.id and (" + this.rough + ")"
					+ passing + ")";
		}

	}

}
