package dev.sayso.exchange;

/**
 * What a file came to so far.
 *
 * @param noes opt-outs that came in
 * @param ignored yeses that were left out because a no stands
 */
record Tally(long rowsRead, long added, long changed, long unchanged, long rejected, long noes, long ignored) {

	static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

	Tally plus(Outcome outcome) {
		return new Tally(this.rowsRead + 1, this.added + count(outcome, Outcome.Kind.ADDED),
				this.changed + count(outcome, Outcome.Kind.CHANGED),
				this.unchanged + count(outcome, Outcome.Kind.UNCHANGED),
				this.rejected + count(outcome, Outcome.Kind.REJECTED), this.noes + outcome.noes(),
				this.ignored + outcome.ignored());
	}

	private static int count(Outcome outcome, Outcome.Kind kind) {
		return (outcome.kind() == kind) ? 1 : 0;
	}

}
