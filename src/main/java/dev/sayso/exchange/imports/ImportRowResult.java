package dev.sayso.exchange.imports;

import java.util.List;

/**
 * The result of one row.
 *
 * @param ignored yeses that were ignored because an explicit no stands
 * @param faults why the row was rejected, or what was left out of it
 */
record ImportRowResult(Kind kind, Noes noes, int ignored, List<Fault> faults) {

	enum Kind {

		ADDED, CHANGED, UNCHANGED, REJECTED

	}

	/**
	 * What became of the noes of a row.
	 *
	 * @param recorded those that came in
	 * @param standing those that stood already
	 * @param overtaken those that a later yes of the person stands against
	 * @param lost whether one could not be taken, or may be among what cannot be read
	 */
	record Noes(int recorded, int standing, int overtaken, boolean lost) {

		static final Noes NONE = new Noes(0, 0, 0, false);

		Noes and(Noes more) {
			return new Noes(this.recorded + more.recorded, this.standing + more.standing,
					this.overtaken + more.overtaken, this.lost || more.lost);
		}

		Noes lost(boolean more) {
			return new Noes(this.recorded, this.standing, this.overtaken, this.lost || more);
		}

		boolean areTaken() {
			return this.recorded + this.standing > 0;
		}

		boolean arePlaced() {
			return areTaken() || this.overtaken > 0;
		}

	}

	/**
	 * What is wrong with a cell, or with the row.
	 *
	 * @param column the name of the column in the file; empty for the row
	 * @param value the cell as it stands in the file
	 * @param code message key of the reason
	 */
	record Fault(String column, String value, String code) {
	}

	boolean isPartial() {
		return this.kind != Kind.REJECTED && !this.faults.isEmpty();
	}

}
