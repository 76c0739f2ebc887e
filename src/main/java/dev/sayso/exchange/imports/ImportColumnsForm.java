package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.FilePreset;
import dev.sayso.person.WrittenDate;
import dev.sayso.shared.page.Choices;

/**
 * The second step of an import: the targets of its columns, what their values mean, and
 * how rows become people.
 *
 * @param column the targets of the columns, in their order
 * @param meaning meanings of values, as {@link CellMeanings} writes them
 * @param valued the numbers of the columns whose values the page showed
 * @param anyway whether the people of a file that looks like a stop list come in without
 * a stop
 * @param leaving whether columns that may hold noes are left out all the same
 */
record ImportColumnsForm(@Nullable List<String> column, @Nullable List<String> meaning, @Nullable List<Integer> valued,
		@Nullable String encoding, @Nullable String delimiter, @Nullable Integer headerRow, @Nullable String preset,
		ImportPlan.@Nullable MatchBy matchBy, @Nullable String region, WrittenDate.@Nullable Order dates,
		@Nullable String note, ImportPlan.@Nullable Kind kind, @Nullable String everybody, @Nullable Boolean anyway,
		@Nullable Boolean leaving) {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final List<String> ADDRESSES = List.of("email", "mobile", "phone", "fax", "pushToken");

	private static final List<String> WITH_ID = Stream.concat(Stream.of("id", "externalId"), ADDRESSES.stream())
		.toList();

	List<ColumnTarget> targets() {
		return (this.column != null) ? this.column.stream().map(ImportColumnsForm::target).toList() : List.of();
	}

	private static ColumnTarget target(String key) {
		return Choices.read(key, ColumnTarget.NOTHING,
				(chosen) -> Optional.of(ColumnTarget.of(chosen)).filter((target) -> target != ColumnTarget.NOTHING));
	}

	FileLayout layout(FileLayout current) {
		Choices.check(this.headerRow == null || this.headerRow >= 0 && this.headerRow <= FileLayout.DEEPEST_HEADER);
		return current.with(among(FileLayout.encodings(), this.encoding, current.encoding()),
				among(FileLayout.DELIMITERS, this.delimiter, current.delimiter()),
				(this.headerRow != null) ? this.headerRow : current.headerRow());
	}

	ImportPlan plan(ImportPlan current) {
		String origin = (this.note != null) ? this.note.strip() : "";
		WrittenDate.Order order = (this.dates != null) ? this.dates : WrittenDate.Order.DAY_FIRST;
		return new ImportPlan(ImportPlan.join(targets()),
				(this.matchBy != null) ? this.matchBy : ImportPlan.MatchBy.FIRST,
				among(COUNTRIES, this.region, current.region()), order,
				(origin.length() <= 255) ? origin : origin.substring(0, 255),
				(this.kind != null) ? this.kind : current.kind(),
				(this.everybody != null) ? refused(this.everybody) : current.everybody(),
				CellMeanings.of(meanings(), order).text(), among(FilePreset.keys(), this.preset, current.preset()));
	}

	private static String among(Collection<String> offered, @Nullable String sent, String current) {
		return Choices.read(sent, current, (value) -> Optional.of(value).filter(offered::contains));
	}

	private List<String> meanings() {
		List<String> tokens = (this.meaning != null) ? this.meaning : List.of();
		Choices.check(tokens.stream().allMatch(CellMeanings::isToken));
		return tokens;
	}

	private static String refused(String key) {
		Choices.check(key.isEmpty() || key.equals(FilePreset.UNDELIVERABLE)
				|| ColumnTarget.about(ColumnTarget.Kind.NO, key) != ColumnTarget.NOTHING);
		return key;
	}

	boolean showed(int index) {
		return this.valued != null && this.valued.contains(index);
	}

	/**
	 * Message keys of what is wrong.
	 * @param stops whether the file looks like one of people who opted out
	 * @param doubtful whether a column is left out that may hold noes; where others bring
	 * noes its mark is enough
	 */
	List<String> faults(int columns, ImportPlan plan, boolean stops, boolean doubtful) {
		List<String> faults = new ArrayList<>();
		List<ColumnTarget> chosen = targets().stream().filter((target) -> target != ColumnTarget.NOTHING).toList();
		if (targets().size() != columns || chosen.isEmpty()) {
			faults.add("import.columns.fault.none");
		}
		List<ColumnTarget> single = chosen.stream().filter((target) -> !target.isShared()).toList();
		if (Set.copyOf(single).size() < single.size()) {
			faults.add("import.columns.fault.twice");
		}
		boolean people = plan.kind() == ImportPlan.Kind.PEOPLE;
		// any address says whose a no is
		boolean anyAddress = plan.matchBy() == ImportPlan.MatchBy.FIRST && plan.bringsNoes();
		List<String> keys = !people ? ADDRESSES : anyAddress ? WITH_ID : plan.matchBy().fields();
		if (keys.stream().noneMatch((field) -> chosen.contains(ColumnTarget.of(field)))) {
			faults.add(people ? "import.columns.fault.key" : "import.columns.fault.address");
		}
		if (plan.bringsConsents() && plan.note().isEmpty()) {
			faults.add("import.columns.fault.note");
		}
		if (!people && !plan.bringsNoes()) {
			faults.add("import.columns.fault.everybody");
		}
		else if (stops && !plan.bringsNoes() && !Boolean.TRUE.equals(this.anyway)) {
			faults.add("import.columns.fault.stops");
		}
		else if (doubtful && !plan.bringsNoes() && !Boolean.TRUE.equals(this.leaving)
				&& !Boolean.TRUE.equals(this.anyway)) {
			faults.add("import.columns.fault.left");
		}
		return faults;
	}

}
