package dev.sayso.profile.history;

/**
 * Where a page of a history begins, in each of the two streams it is made of.
 *
 * @param said says written before this number of the ledger
 * @param edited edits written before this number
 */
record HistoryCursor(long said, long edited) {

	/** The newest of both. */
	static final HistoryCursor NEWEST = new HistoryCursor(Long.MAX_VALUE, Long.MAX_VALUE);

	static HistoryCursor parse(String text) {
		if (!text.matches("\\d{1,18}|\\d{1,18}-\\d{1,18}|-\\d{1,18}|\\d{1,18}-")) {
			return NEWEST;
		}
		String[] parts = text.split("-", 2);
		return new HistoryCursor(number(parts[0]), (parts.length == 2) ? number(parts[1]) : Long.MAX_VALUE);
	}

	@Override
	public String toString() {
		return text(this.said) + "-" + text(this.edited);
	}

	private static long number(String text) {
		return text.isEmpty() ? Long.MAX_VALUE : Long.parseLong(text);
	}

	private static String text(long number) {
		return (number == Long.MAX_VALUE) ? "" : Long.toString(number);
	}

}
