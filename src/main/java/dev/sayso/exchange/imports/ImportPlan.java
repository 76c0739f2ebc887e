package dev.sayso.exchange.imports;

import java.util.Arrays;
import java.util.List;

import dev.sayso.consent.Purpose;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FilePreset;
import dev.sayso.person.WrittenDate;

/**
 * How the rows of a file become people, or suppressions of addresses.
 *
 * @param targets the targets of the columns, one a line
 * @param matchBy which cell finds the profile
 * @param region the country (ISO 3166) whose notation telephone numbers without a prefix
 * are in
 * @param note where the consents in the file come from
 * @param everybody what everybody in the file has opted out of: the key of a purpose or
 * {@link FilePreset#UNDELIVERABLE}; empty for nothing
 * @param meanings what values were said to mean by hand, as {@link CellMeanings} writes
 * them
 * @param preset the key of the tool's export that the file is read as; empty for none
 */
record ImportPlan(String targets, MatchBy matchBy, String region, WrittenDate.Order dates, String note, Kind kind,
		String everybody, String meanings, String preset) {

	enum Kind {

		PEOPLE, SUPPRESSIONS

	}

	enum MatchBy {

		/** The first of these that the row has; an id that nobody here has is none. */
		FIRST("id", "externalId", "email", "mobile"), EXTERNAL_ID("externalId"), EMAIL("email"), MOBILE("mobile");

		private final List<String> fields;

		MatchBy(String... fields) {
			this.fields = List.of(fields);
		}

		List<String> fields() {
			return this.fields;
		}

	}

	static ImportPlan of(List<ColumnTarget> targets, String region, String note, FilePreset preset) {
		boolean heard = targets.stream().anyMatch(ColumnTarget::isAnswer);
		String everybody = (preset.headers().isEmpty() && heard) ? "" : preset.everybody();
		boolean addresses = preset.suppressions() && (!everybody.isEmpty() || !preset.headers().isEmpty());
		Kind kind = addresses ? Kind.SUPPRESSIONS : Kind.PEOPLE;
		return new ImportPlan(join(targets), MatchBy.FIRST, region, WrittenDate.Order.DAY_FIRST, note, kind, everybody,
				"", preset.key());
	}

	static String join(List<ColumnTarget> targets) {
		return String.join("\n", targets.stream().map(ColumnTarget::key).toList());
	}

	List<ColumnTarget> columns() {
		return Arrays.stream(this.targets.split("\n", -1)).map(ColumnTarget::of).toList();
	}

	/**
	 * Whether the file holds consents or subscriptions, which need a note as evidence.
	 */
	boolean bringsConsents() {
		return columns().stream()
			.anyMatch((target) -> target.kind() == ColumnTarget.Kind.CONSENT
					|| target.kind() == ColumnTarget.Kind.SERVICE);
	}

	public boolean bringsNoes() {
		return !this.everybody.isEmpty() || columns().stream().anyMatch(ColumnTarget::bringsNoes);
	}

	List<Purpose> refused() {
		return ColumnTarget.about(ColumnTarget.Kind.NO, this.everybody).purposes();
	}

	boolean isUndeliverable() {
		return this.everybody.equals(FilePreset.UNDELIVERABLE);
	}

}
