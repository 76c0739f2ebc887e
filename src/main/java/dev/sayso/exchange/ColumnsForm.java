package dev.sayso.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The second step of an import: what each column is, and how the rest is to be read.
 *
 * @param column what each column is, in their order
 */
record ColumnsForm(@Nullable List<String> column, @Nullable String encoding, @Nullable String delimiter,
		Plan.@Nullable MatchBy matchBy, @Nullable String region, Plan.@Nullable DateOrder dates,
		@Nullable String note) {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	List<Target> targets() {
		return (this.column != null) ? this.column.stream().map(Target::of).toList() : List.of();
	}

	Layout layout(Layout otherwise) {
		return otherwise.but(String.valueOf(this.encoding), String.valueOf(this.delimiter));
	}

	Plan plan(Plan otherwise) {
		String proof = (this.note != null) ? this.note.strip() : "";
		return new Plan(Plan.join(targets()), (this.matchBy != null) ? this.matchBy : Plan.MatchBy.FIRST,
				COUNTRIES.contains(String.valueOf(this.region)) ? String.valueOf(this.region) : otherwise.region(),
				(this.dates != null) ? this.dates : Plan.DateOrder.DAY_FIRST,
				(proof.length() <= 255) ? proof : proof.substring(0, 255));
	}

	/**
	 * Message keys of what is wrong.
	 */
	List<String> faults(int columns, Plan plan) {
		List<String> faults = new ArrayList<>();
		List<Target> chosen = targets().stream().filter((target) -> target != Target.NOTHING).toList();
		if (targets().size() != columns || chosen.isEmpty()) {
			faults.add("import.columns.fault.none");
		}
		if (Set.copyOf(chosen).size() < chosen.size()) {
			faults.add("import.columns.fault.twice");
		}
		if (plan.matchBy().fields().stream().noneMatch((field) -> chosen.contains(Target.of(field)))) {
			faults.add("import.columns.fault.key");
		}
		if (plan.bringsConsents() && plan.note().isEmpty()) {
			faults.add("import.columns.fault.note");
		}
		return faults;
	}

}
