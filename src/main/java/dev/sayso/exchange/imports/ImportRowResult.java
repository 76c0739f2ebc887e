package dev.sayso.exchange.imports;

import java.util.List;

/**
 * The result of one row.
 *
 * @param noes opt-outs that were recorded
 * @param ignored yeses that were ignored because an explicit no stands
 * @param faults why the row was rejected
 */
record ImportRowResult(Kind kind, int noes, int ignored, List<Fault> faults) {

	/** The four ways a row can go. */
	enum Kind {

		ADDED, CHANGED, UNCHANGED, REJECTED

	}

	/**
	 * What is wrong with a cell, or with the row.
	 *
	 * @param column the name of the column in the file; empty for the row
	 * @param code message key of the reason
	 */
	record Fault(String column, String value, String code) {
	}

	static ImportRowResult rejected(Fault... faults) {
		return rejected(List.of(faults));
	}

	static ImportRowResult rejected(List<Fault> faults) {
		return new ImportRowResult(Kind.REJECTED, 0, 0, faults);
	}

}
