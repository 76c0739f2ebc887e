package dev.sayso.exchange.imports;

import java.util.Arrays;
import java.util.List;

import dev.sayso.exchange.file.ColumnTarget;

/**
 * How the rows of a file become people.
 *
 * @param targets the targets of the columns, one a line
 * @param matchBy which cell finds the profile
 * @param region the country (ISO 3166) whose notation telephone numbers without a prefix
 * are in
 * @param note where the consents in the file come from
 */
record ImportPlan(String targets, MatchBy matchBy, String region, DateOrder dates, String note) {

	/** Which cell finds the profile of a row. */
	enum MatchBy {

		/** The first of external id, e-mail and mobile that the row has. */
		FIRST("externalId", "email", "mobile"), EXTERNAL_ID("externalId"), EMAIL("email"), MOBILE("mobile");

		private final List<String> fields;

		MatchBy(String... fields) {
			this.fields = List.of(fields);
		}

		List<String> fields() {
			return this.fields;
		}

	}

	/** How dates other than 1987-05-17 are written. */
	enum DateOrder {

		DAY_FIRST, MONTH_FIRST

	}

	static ImportPlan of(List<ColumnTarget> targets, String region) {
		return new ImportPlan(join(targets), MatchBy.FIRST, region, DateOrder.DAY_FIRST, "");
	}

	static String join(List<ColumnTarget> targets) {
		return String.join("\n", targets.stream().map(ColumnTarget::key).toList());
	}

	List<ColumnTarget> columns() {
		return Arrays.stream(this.targets.split("\n", -1)).map(ColumnTarget::of).toList();
	}

	/**
	 * Whether the file holds consents, which need a note as evidence.
	 */
	boolean bringsConsents() {
		return columns().stream().anyMatch((target) -> target.kind() == ColumnTarget.Kind.CONSENT);
	}

}
