package dev.sayso.exchange.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.exchange.imports.ImportRowResult.Noes;
import dev.sayso.person.Attribute;

/**
 * The values and answers of one row, read cell by cell. A cell that cannot be read is a
 * fault of its own and takes no other with it.
 */
final class ImportRow {

	private static final Set<String> ADDRESSES = Set.of("email", "mobile", "phone", "fax");

	private final FileRow row;

	private final ImportContext context;

	private final Map<String, String> details = new HashMap<>();

	private final Map<String, Object> attributes = new HashMap<>();

	private final RowAnswers answers;

	private final List<Fault> faults = new ArrayList<>();

	/** Whether an answer in it cannot be read, which may be a no. */
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
		this.answers.conclude();
		doubt();
	}

	long line() {
		return this.row.line();
	}

	ImportContext context() {
		return this.context;
	}

	/**
	 * Whether its cells cannot be told apart with certainty, so that nothing but its noes
	 * is taken.
	 */
	boolean isBroken() {
		return this.row.fault() != null;
	}

	/** The target of a cell; nothing where there are more cells than columns. */
	ColumnTarget target(int column) {
		return (column < this.context.targets().size()) ? this.context.targets().get(column) : ColumnTarget.NOTHING;
	}

	List<String> cells() {
		return this.row.cells();
	}

	Map<String, String> details() {
		return this.details;
	}

	Map<String, Object> attributes() {
		return this.attributes;
	}

	RowAnswers answers() {
		return this.answers;
	}

	List<Fault> faults() {
		return this.faults;
	}

	/** Adds a fault of a detail, with the value as it stands in the file. */
	void reject(String field, String code) {
		int column = this.context.targets().indexOf(ColumnTarget.of(field));
		this.faults.add((column < 0) ? new Fault(field, "", code) : fault(column, code));
	}

	/** Says first why the row as a whole is refused. */
	void refuse(String code) {
		this.faults.add(0, new Fault("", "", code));
	}

	/** A result of which nothing is taken but the noes, which is said so. */
	ImportRowResult rejected(Noes noes) {
		if (noes.areTaken()) {
			this.faults.add(new Fault("", "", "import.told.no"));
		}
		return result(ImportRowResult.Kind.REJECTED, noes, 0);
	}

	ImportRowResult result(ImportRowResult.Kind kind, Noes noes, int ignored) {
		return new ImportRowResult(kind, noes.lost(this.unread), ignored, this.faults);
	}

	private void read(int column, ColumnTarget target) {
		String text = CellParser.clean(raw(column));
		switch (target.kind()) {
			case DETAIL -> readDetail(column, target.name(), text);
			case ATTRIBUTE -> readAttribute(column, this.context.attributes().get(target.name()), text);
			case NO, CONSENT, PENDING, SERVICE -> readAnswer(column, target, text);
			case SAID_AT -> readTime(column, target, text);
			case NOTHING -> {
			}
		}
	}

	private void readDetail(int column, String field, String text) {
		if (ADDRESSES.contains(field) && !isBroken() && CellParser.isAnswer(text)) {
			doubt(column, "import.fault.answer");
		}
		else if (!text.isEmpty()) {
			this.details.put(field, switch (field) {
				case "birthDate" -> CellParser.date(text, this.context.plan().dates());
				case "country" -> CellParser.country(text);
				case "language" -> CellParser.language(text);
				case "street" -> text.replaceAll("\\s*\\R\\s*", ", ");
				default -> text.replace('\n', ' ');
			});
		}
	}

	private void readAttribute(int column, @Nullable Attribute attribute, String text) {
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

	/**
	 * A time of an answer that is not there, and an answer that a cell left out before it
	 * may have moved to another column.
	 */
	private void doubt() {
		List<ColumnTarget> targets = this.context.targets();
		int present = targets.size() - this.row.missing();
		for (int i = 0; i < targets.size() && !isBroken(); i++) {
			ColumnTarget target = targets.get(i);
			if (target.kind() == ColumnTarget.Kind.SAID_AT && !CellParser.clean(raw(i)).isEmpty()
					&& isUnanswered(target)) {
				doubt(i, "import.fault.answer");
			}
			boolean moved = i == present - 1
					&& targets.subList(present, targets.size()).stream().anyMatch(ColumnTarget::isAnswer);
			if (moved && !target.isAnswer() && CellParser.isAnswer(CellParser.clean(raw(i)))) {
				doubt(i, "import.fault.short");
			}
		}
	}

	private boolean isUnanswered(ColumnTarget time) {
		ColumnTarget stop = time.as(ColumnTarget.Kind.NO);
		return !this.answers.hasNoes() && this.context.targets().contains(stop)
				&& IntStream.range(0, this.context.targets().size())
					.noneMatch((i) -> target(i).equals(stop) && !CellParser.clean(raw(i)).isEmpty());
	}

	private void doubt(int column, String code) {
		this.unread = true;
		this.faults.add(fault(column, code));
	}

	private void readAnswer(int column, ColumnTarget target, String text) {
		List<String> texts = new ArrayList<>(List.of(text));
		if (isBroken()) {
			// a cell too many may stand before this one
			texts.add(CellParser.clean(raw(column + this.row.cells().size() - this.context.header().size())));
		}
		for (String each : texts) {
			if (!each.isEmpty()) {
				readAnswer(column, target, each, this.context.meanings().interpret(column, target, each));
			}
		}
	}

	private void readAnswer(int column, ColumnTarget target, String text, CellMeanings.Meaning meaning) {
		if (meaning.isOwn() && meaning.saidAt() == null && !isBroken() && CellParser.isTimeLike(text)) {
			this.faults.add(fault(column, "import.fault.time"));
		}
		if (meaning.isUnread()) {
			this.unread = true;
			if (!isBroken()) {
				this.faults.add(fault(column, "import.fault.answer"));
			}
		}
		else if (!isBroken() || meaning.choice().filter(Choice.NO::equals).isPresent()) {
			target.service().ifPresent((service) -> this.answers.add(service, meaning, text));
			List<Purpose> purposes = meaning.purposes().isEmpty() ? target.purposes() : meaning.purposes();
			purposes.forEach((each) -> this.answers.add(each, meaning, text));
		}
	}

	private void readTime(int column, ColumnTarget target, String text) {
		Instant time = text.isEmpty() ? null : CellParser.time(text, this.context.plan().dates());
		if (time == null && !text.isEmpty()) {
			this.faults.add(fault(column, "import.fault.time"));
		}
		target.purposes().forEach((purpose) -> this.answers.addTime(purpose, time));
		target.service().ifPresent((service) -> this.answers.addTime(service, time));
	}

	Fault fault(int column, String code) {
		return new Fault((column < this.context.header().size()) ? this.context.header().get(column) : "", raw(column),
				code);
	}

	private String raw(int column) {
		return (column >= 0 && column < this.row.cells().size()) ? this.row.cells().get(column) : "";
	}

}
