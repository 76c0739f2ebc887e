package dev.sayso.exchange.imports;

/**
 * The counts of an import so far.
 *
 * @param partial rows taken without some of their cells
 * @param noes opt-outs that were recorded
 * @param standing opt-outs that stood already
 * @param ignored yeses that were ignored because an explicit no stands
 * @param lost rows that have, or may have, an opt-out that could not be taken
 */
record ImportTally(long rowsRead, long added, long changed, long unchanged, long rejected, long partial, long noes,
		long standing, long ignored, long lost) {

	static final ImportTally NONE = new ImportTally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

	ImportTally plus(ImportRowResult result) {
		return new ImportTally(this.rowsRead + 1, this.added + count(result, ImportRowResult.Kind.ADDED),
				this.changed + count(result, ImportRowResult.Kind.CHANGED),
				this.unchanged + count(result, ImportRowResult.Kind.UNCHANGED),
				this.rejected + count(result, ImportRowResult.Kind.REJECTED),
				this.partial + (result.isPartial() ? 1 : 0), this.noes + result.noes().recorded(),
				this.standing + result.noes().standing(), this.ignored + result.ignored(),
				this.lost + (result.noes().lost() ? 1 : 0));
	}

	private static int count(ImportRowResult result, ImportRowResult.Kind kind) {
		return (result.kind() == kind) ? 1 : 0;
	}

}
