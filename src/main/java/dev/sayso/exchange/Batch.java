package dev.sayso.exchange;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.exchange.Rejects.Reject;

/**
 * What some rows of a file came to.
 */
final class Batch {

	private final List<Reject> rejects = new ArrayList<>();

	private Tally tally;

	private long line;

	Batch(Tally tally) {
		this.tally = tally;
	}

	void add(Row row, Outcome outcome) {
		this.tally = this.tally.plus(outcome);
		this.line = row.line();
		outcome.faults()
			.forEach((fault) -> this.rejects.add(new Reject(row.line(), fault.column(), fault.value(), fault.code())));
	}

	Tally tally() {
		return this.tally;
	}

	long line() {
		return this.line;
	}

	List<Reject> rejects() {
		return this.rejects;
	}

}
