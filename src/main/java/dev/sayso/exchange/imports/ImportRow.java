package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Statement;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.person.Attribute;
import dev.sayso.shared.CsvSheet;

/**
 * What one row says, cell by cell: an empty cell says nothing.
 */
final class ImportRow {

	private final Map<String, String> typed = new HashMap<>();

	private final Map<String, Object> attributes = new HashMap<>();

	private final List<Statement> statements = new ArrayList<>();

	private final Map<String, String> columns = new HashMap<>();

	private final List<Fault> faults = new ArrayList<>();

	ImportRow(FileRow row, ImportContext sheet) {
		if (row.fault() != null) {
			this.faults.add(new Fault("", row.raw(), row.fault()));
			return;
		}
		for (int i = 0; i < sheet.targets().size(); i++) {
			ColumnTarget target = sheet.targets().get(i);
			String text = CsvSheet.unsafe(row.cells().get(i).strip());
			if (target.kind() != ColumnTarget.Kind.NOTHING && !text.isEmpty()) {
				read(target, sheet.header().get(i), text, sheet);
			}
		}
	}

	Map<String, String> typed() {
		return this.typed;
	}

	Map<String, Object> attributes() {
		return this.attributes;
	}

	/**
	 * What the row says; where two cells differ about one purpose the no wins.
	 */
	List<Statement> statements() {
		return this.statements.stream().filter((statement) -> !contradicted(statement)).toList();
	}

	/**
	 * How many yeses the row takes back itself.
	 */
	int contradictions() {
		return (int) this.statements.stream().filter(this::contradicted).count();
	}

	List<Fault> faults() {
		return this.faults;
	}

	/**
	 * How the file calls the column of a field.
	 */
	String column(String field) {
		return this.columns.getOrDefault(field, "");
	}

	private void read(ColumnTarget target, String column, String text, ImportContext sheet) {
		switch (target.kind()) {
			case DETAIL -> {
				this.columns.put(target.name(), column);
				this.typed.put(target.name(), detail(target.name(), text, sheet.plan()));
			}
			case ATTRIBUTE -> attribute(sheet.attributes().get(target.name()), column, text, sheet.plan());
			case NO, CONSENT -> say(target, column, text);
			case NOTHING -> {
			}
		}
	}

	private boolean contradicted(Statement statement) {
		return statement.choice() != Choice.NO && this.statements.stream()
			.anyMatch((other) -> other.purpose() == statement.purpose() && other.choice() == Choice.NO);
	}

	private static String detail(String field, String text, ImportPlan plan) {
		return switch (field) {
			case "birthDate" -> CellParser.date(text, plan.dates());
			case "country" -> CellParser.country(text);
			case "language" -> CellParser.language(text);
			default -> text;
		};
	}

	private void attribute(Attribute attribute, String column, String text, ImportPlan plan) {
		if (attribute == null) {
			return;
		}
		Object value = attribute
			.parse((attribute.type() == Attribute.Type.DATE) ? CellParser.date(text, plan.dates()) : text);
		if (value != null) {
			this.attributes.put(attribute.name(), value);
		}
		else {
			this.faults.add(new Fault(column, text, "import.fault.attribute." + attribute.type()));
		}
	}

	private void say(ColumnTarget target, String column, String text) {
		if (target.kind() == ColumnTarget.Kind.CONSENT) {
			CellParser.choice(text)
				.ifPresentOrElse((choice) -> this.statements.add(Statement.of(target.purpose().orElseThrow(), choice)),
						() -> this.faults.add(new Fault(column, text, "import.fault.consent")));
			return;
		}
		Boolean flag = CellParser.flag(text);
		if (flag == null) {
			this.faults.add(new Fault(column, text, "import.fault.flag"));
		}
		else if (flag) {
			this.statements.add(Statement.of(target.purpose().orElseThrow(), Choice.NO));
		}
	}

}
