package dev.sayso.decision.ranking;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.formula.FormulaFault;

/**
 * The line of a formula in which something is wrong, around the place.
 *
 * @param at what is wrong there: a name, a sign, or the end of the line
 */
public record FaultyLine(String before, String at, String after) {

	/** How many characters are shown on either side. */
	private static final int AROUND = 36;

	private static final String MORE = "…";

	/** Stands for the end of the line, so that there is something to be marked. */
	private static final String END = "\u00a0";

	/**
	 * The line of a fault; null where that is not known.
	 */
	static @Nullable FaultyLine of(String formula, FormulaFault fault) {
		String[] lines = formula.split("\r?\n|\r", -1);
		if (fault.line() < 1 || fault.line() > lines.length) {
			return null;
		}
		String line = lines[fault.line() - 1];
		int from = line.offsetByCodePoints(0, Math.min(fault.column() - 1, line.codePointCount(0, line.length())));
		int to = from;
		while (to < line.length() && isName(line.charAt(to))) {
			to++;
		}
		if (to == from && from < line.length()) {
			to = line.offsetByCodePoints(from, 1);
		}
		String before = line.substring(0, from);
		String after = line.substring(to);
		return new FaultyLine((before.length() > AROUND) ? MORE + before.substring(before.length() - AROUND) : before,
				(to == from) ? END : line.substring(from, to),
				(after.length() > AROUND) ? after.substring(0, AROUND) + MORE : after);
	}

	private static boolean isName(char sign) {
		return Character.isLetterOrDigit(sign) || sign == '_' || sign == '.';
	}

}
