package dev.sayso.exchange.imports;

/**
 * What a file came to so far.
 *
 * @param noes opt-outs that came in
 * @param ignored yeses that were left out because a no stands
 */
record ImportTally(long rowsRead, long added, long changed, long unchanged, long rejected, long noes, long ignored) {

	static final ImportTally NONE = new ImportTally(0, 0, 0, 0, 0, 0, 0);

	ImportTally plus(ImportRowResult outcome) {
		return new ImportTally(this.rowsRead + 1, this.added + count(outcome, ImportRowResult.Kind.ADDED),
				this.changed + count(outcome, ImportRowResult.Kind.CHANGED),
				this.unchanged + count(outcome, ImportRowResult.Kind.UNCHANGED),
				this.rejected + count(outcome, ImportRowResult.Kind.REJECTED), this.noes + outcome.noes(),
				this.ignored + outcome.ignored());
	}

	private static int count(ImportRowResult outcome, ImportRowResult.Kind kind) {
		return (outcome.kind() == kind) ? 1 : 0;
	}

}
