package dev.sayso.exchange.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.person.Attribute;
import dev.sayso.shared.CsvSheet;

/**
 * The values and answers of one row, read cell by cell. A cell that cannot be read is a
 * fault of its own and takes no other with it.
 */
final class ImportRow {

	/** What programs write for nothing. */
	private static final Set<String> NOTHING = Set.of("NULL", "null", "\\N", "(null)", "<null>", "[]", "{}", "#N/A",
			"NaN", "0000-00-00", "0000-00-00 00:00:00");

	private final FileRow row;

	private final ImportContext context;

	private final Map<String, String> details = new HashMap<>();

	private final Map<String, Object> attributes = new HashMap<>();

	private final RowAnswers answers;

	private final List<Fault> faults = new ArrayList<>();

	private boolean unread;

	ImportRow(FileRow row, ImportContext context) {
		this.row = row;
		this.context = context;
		this.answers = new RowAnswers(context.plan(), context.now());
		if (row.fault() != null) {
			this.faults.add(new Fault("", "", row.fault()));
		}
		for (int i = 0; i < context.targets().size(); i++) {
			read(i, context.targets().get(i));
		}
		this.answers.addEverybodys();
	}

	long line() {
		return this.row.line();
	}

	/**
	 * Whether its cells cannot be told apart with certainty, so that nothing but its noes
	 * is taken.
	 */
	boolean isBroken() {
		return this.row.fault() != null;
	}

	/**
	 * The target of a cell; nothing where there are more cells than columns.
	 */
	ColumnTarget target(int column) {
		return (column < this.context.targets().size()) ? this.context.targets().get(column) : ColumnTarget.NOTHING;
	}

	/**
	 * The cells as they stand in the file.
	 */
	List<String> cells() {
		return this.row.cells();
	}

	Map<String, String> details() {
		return this.details;
	}

	Map<String, Object> attributes() {
		return this.attributes;
	}

	/**
	 * What it says about purposes.
	 */
	RowAnswers answers() {
		return this.answers;
	}

	/**
	 * Whether an answer in it cannot be read, which may be a no.
	 */
	boolean hasUnreadAnswers() {
		return this.unread;
	}

	List<Fault> faults() {
		return this.faults;
	}

	/**
	 * Adds a fault of a detail, with the value as it stands in the file.
	 */
	void reject(String field, String code) {
		int column = this.context.targets().indexOf(ColumnTarget.of(field));
		this.faults.add((column < 0) ? new Fault(field, "", code) : fault(column, code));
	}

	private void read(int column, ColumnTarget target) {
		String text = clean(raw(column));
		switch (target.kind()) {
			case DETAIL -> detail(target.name(), text);
			case ATTRIBUTE -> attribute(column, this.context.attributes().get(target.name()), text);
			case NO, CONSENT -> answer(column, target, text);
			case SAID_AT -> time(column, target.purpose().orElseThrow(), text);
			case NOTHING -> {
			}
		}
	}

	private void detail(String field, String text) {
		if (!text.isEmpty()) {
			this.details.put(field, switch (field) {
				case "birthDate" -> CellParser.date(text, this.context.plan().dates());
				case "country" -> CellParser.country(text);
				case "language" -> CellParser.language(text);
				case "street" -> text.replaceAll("\\s*\\R\\s*", ", ");
				default -> text.replace('\n', ' ');
			});
		}
	}

	private void attribute(int column, @Nullable Attribute attribute, String text) {
		if (attribute == null || text.isEmpty() || isBroken()) {
			return;
		}
		Object value = attribute.parse(
				(attribute.type() == Attribute.Type.DATE) ? CellParser.date(text, this.context.plan().dates()) : text);
		if (value != null) {
			this.attributes.put(attribute.name(), value);
		}
		else {
			this.faults.add(fault(column, "import.fault.attribute." + attribute.type()));
		}
	}

	private void answer(int column, ColumnTarget target, String text) {
		Purpose purpose = target.purpose().orElseThrow();
		List<String> texts = new ArrayList<>(List.of(text));
		if (isBroken()) {
			// a cell too many may stand before this one
			texts.add(clean(raw(column + this.row.cells().size() - this.context.header().size())));
		}
		for (String each : texts) {
			if (!each.isEmpty()) {
				answer(column, purpose, each, this.context.meanings().interpret(column, target, each));
			}
		}
	}

	private void answer(int column, Purpose purpose, String text, CellMeanings.Meaning meaning) {
		if (meaning.isUnread()) {
			this.unread = true;
			if (!isBroken()) {
				this.faults.add(fault(column, "import.fault.answer"));
			}
		}
		else if (!isBroken() || meaning.choice().filter(Choice.NO::equals).isPresent()) {
			List<Purpose> purposes = meaning.purposes().isEmpty() ? List.of(purpose) : meaning.purposes();
			purposes.forEach((each) -> this.answers.add(each, meaning, text));
		}
	}

	private void time(int column, Purpose purpose, String text) {
		Instant time = text.isEmpty() ? null : this.context.meanings().time(text);
		if (time == null && !text.isEmpty()) {
			this.faults.add(fault(column, "import.fault.time"));
		}
		this.answers.time(purpose, time);
	}

	/**
	 * A fault of a cell.
	 */
	Fault fault(int column, String code) {
		return new Fault((column < this.context.header().size()) ? this.context.header().get(column) : "", raw(column),
				code);
	}

	private String raw(int column) {
		return (column >= 0 && column < this.row.cells().size()) ? this.row.cells().get(column) : "";
	}

	/**
	 * A cell as it is compared: nothing where a program writes so.
	 */
	static String clean(String cell) {
		String text = CsvSheet.unsafe(cell.replace('\u00A0', ' ').strip());
		return NOTHING.contains(text) ? "" : text.replaceAll("\\s*\\R\\s*", "\n");
	}

}
