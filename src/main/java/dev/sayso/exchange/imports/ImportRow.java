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
 * The values and statements of one row, read cell by cell; an empty cell is skipped.
 */
final class ImportRow {

	private final long line;

	private final Map<String, String> details = new HashMap<>();

	private final Map<String, Object> attributes = new HashMap<>();

	private final List<Statement> statements = new ArrayList<>();

	private final Map<String, String> columns = new HashMap<>();

	private final List<Fault> faults = new ArrayList<>();

	ImportRow(FileRow row, ImportContext context) {
		this.line = row.line();
		if (row.fault() != null) {
			this.faults.add(new Fault("", row.raw(), row.fault()));
			return;
		}
		for (int i = 0; i < context.targets().size(); i++) {
			ColumnTarget target = context.targets().get(i);
			String text = CsvSheet.unsafe(row.cells().get(i).strip());
			if (target.kind() != ColumnTarget.Kind.NOTHING && !text.isEmpty()) {
				read(target, context.header().get(i), text, context);
			}
		}
	}

	long line() {
		return this.line;
	}

	Map<String, String> details() {
		return this.details;
	}

	Map<String, Object> attributes() {
		return this.attributes;
	}

	/**
	 * The statements of the row; where two cells differ about a purpose, the no wins.
	 */
	List<Statement> statements() {
		return this.statements.stream().filter((statement) -> !contradicted(statement)).toList();
	}

	/**
	 * How many yeses another cell of the row contradicts.
	 */
	int contradictions() {
		return (int) this.statements.stream().filter(this::contradicted).count();
	}

	List<Fault> faults() {
		return this.faults;
	}

	/**
	 * The header of the column that holds a field.
	 */
	String column(String field) {
		return this.columns.getOrDefault(field, "");
	}

	private void read(ColumnTarget target, String column, String text, ImportContext context) {
		switch (target.kind()) {
			case DETAIL -> {
				this.columns.put(target.name(), column);
				this.details.put(target.name(), detail(target.name(), text, context.plan()));
			}
			case ATTRIBUTE -> attribute(context.attributes().get(target.name()), column, text, context.plan());
			case NO, CONSENT -> statement(target, column, text);
			case NOTHING -> {
			}
		}
	}

	private boolean contradicted(Statement statement) {
		return statement.choice() != Choice.NO && this.statements.stream()
			.anyMatch((opposite) -> opposite.purpose() == statement.purpose() && opposite.choice() == Choice.NO);
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

	private void statement(ColumnTarget target, String column, String text) {
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
