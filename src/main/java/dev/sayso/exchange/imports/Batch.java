package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRejects.Reject;

/**
 * What some rows of a file came to.
 */
final class Batch {

	private final List<Reject> rejects = new ArrayList<>();

	private ImportTally tally;

	private long line;

	Batch(ImportTally tally) {
		this.tally = tally;
	}

	void add(FileRow row, ImportRowResult outcome) {
		this.tally = this.tally.plus(outcome);
		this.line = row.line();
		outcome.faults()
			.forEach((fault) -> this.rejects.add(new Reject(row.line(), fault.column(), fault.value(), fault.code())));
	}

	ImportTally tally() {
		return this.tally;
	}

	long line() {
		return this.line;
	}

	List<Reject> rejects() {
		return this.rejects;
	}

}
