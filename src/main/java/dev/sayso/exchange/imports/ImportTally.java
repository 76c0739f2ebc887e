package dev.sayso.exchange.imports;

/**
 * The counts of an import so far.
 *
 * @param noes opt-outs that were recorded
 * @param ignored yeses that were ignored because an explicit no stands
 */
record ImportTally(long rowsRead, long added, long changed, long unchanged, long rejected, long noes, long ignored) {

	static final ImportTally NONE = new ImportTally(0, 0, 0, 0, 0, 0, 0);

	ImportTally plus(ImportRowResult result) {
		return new ImportTally(this.rowsRead + 1, this.added + count(result, ImportRowResult.Kind.ADDED),
				this.changed + count(result, ImportRowResult.Kind.CHANGED),
				this.unchanged + count(result, ImportRowResult.Kind.UNCHANGED),
				this.rejected + count(result, ImportRowResult.Kind.REJECTED), this.noes + result.noes(),
				this.ignored + result.ignored());
	}

	private static int count(ImportRowResult result, ImportRowResult.Kind kind) {
		return (result.kind() == kind) ? 1 : 0;
	}

}
