package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FileLayout;

/**
 * The second step of an import: the targets of its columns, and how rows become people.
 *
 * @param column the targets of the columns, in their order
 */
record ImportColumnsForm(@Nullable List<String> column, @Nullable String encoding, @Nullable String delimiter,
		ImportPlan.@Nullable MatchBy matchBy, @Nullable String region, ImportPlan.@Nullable DateOrder dates,
		@Nullable String note) {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	List<ColumnTarget> targets() {
		return (this.column != null) ? this.column.stream().map(ColumnTarget::of).toList() : List.of();
	}

	FileLayout layout(FileLayout current) {
		return current.but(String.valueOf(this.encoding), String.valueOf(this.delimiter));
	}

	ImportPlan plan(ImportPlan current) {
		String origin = (this.note != null) ? this.note.strip() : "";
		return new ImportPlan(ImportPlan.join(targets()),
				(this.matchBy != null) ? this.matchBy : ImportPlan.MatchBy.FIRST,
				COUNTRIES.contains(String.valueOf(this.region)) ? String.valueOf(this.region) : current.region(),
				(this.dates != null) ? this.dates : ImportPlan.DateOrder.DAY_FIRST,
				(origin.length() <= 255) ? origin : origin.substring(0, 255));
	}

	/**
	 * Message keys of what is wrong.
	 */
	List<String> faults(int columns, ImportPlan plan) {
		List<String> faults = new ArrayList<>();
		List<ColumnTarget> chosen = targets().stream().filter((target) -> target != ColumnTarget.NOTHING).toList();
		if (targets().size() != columns || chosen.isEmpty()) {
			faults.add("import.columns.fault.none");
		}
		if (Set.copyOf(chosen).size() < chosen.size()) {
			faults.add("import.columns.fault.twice");
		}
		if (plan.matchBy().fields().stream().noneMatch((field) -> chosen.contains(ColumnTarget.of(field)))) {
			faults.add("import.columns.fault.key");
		}
		if (plan.bringsConsents() && plan.note().isEmpty()) {
			faults.add("import.columns.fault.note");
		}
		return faults;
	}

}
