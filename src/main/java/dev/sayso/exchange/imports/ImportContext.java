package dev.sayso.exchange.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Statement;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.person.Attribute;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileEditor;

/**
 * What all rows of a file share.
 *
 * @param attributes the declared attributes by name
 * @param now what is said later than that is said now
 * @param people the rows of people met so far, by a hash of what they were found by
 * @param earlier what a dry run does again
 */
record ImportContext(Import run, List<String> header, List<ColumnTarget> targets, Map<String, Attribute> attributes,
		CellMeanings meanings, Instant now, Map<Long, Long> people, EarlierRows earlier) {

	/** Of so many people it is remembered that they had a row already. */
	private static final int REMEMBERED = 500_000;

	static ImportContext of(Import run, List<String> header, Map<String, Attribute> attributes, Instant now) {
		return new ImportContext(run, header, run.plan().columns(), attributes, CellMeanings.of(run.plan()), now,
				new HashMap<>(), new EarlierRows());
	}

	ImportPlan plan() {
		return this.run.plan();
	}

	ProfileEditor editor() {
		return new ProfileEditor(Origin.IMPORT, this.run.actor(), this.run.source());
	}

	/**
	 * What a row states, with its place as evidence.
	 * @param own whether the person said it themself
	 */
	Declaration declaration(List<Statement> statements, ImportRow row, boolean own) {
		Evidence evidence = Evidence.NONE.with("file", this.run.file().fileName())
			.with("row", row.line())
			.with("said", own ? row.answers().said() : null)
			.with("note", plan().note());
		return Declaration.byImport(this.run.actor(), statements, evidence, this.run.source(), own);
	}

	/**
	 * Whether an earlier row was for the same person; a row that is tried again is none.
	 */
	boolean isRepeated(String person, long line) {
		long hash = hash(person);
		Long before = (this.people.size() < REMEMBERED) ? this.people.putIfAbsent(hash, line) : this.people.get(hash);
		return before != null && before < line;
	}

	static long hash(String text) {
		return ((long) text.hashCode() << 32) ^ new StringBuilder(text).reverse().toString().hashCode();
	}

}
