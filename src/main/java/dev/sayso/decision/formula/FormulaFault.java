package dev.sayso.decision.formula;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong in a formula, and where.
 *
 * @param line from 1; 0 where it is not known
 * @param column from 1, in characters; 0 where it is not known
 * @param code message key under {@code decision.formula.fault.}
 */
public record FormulaFault(int line, int column, String code, List<Object> details) {

	static FormulaFault of(String code, Object... details) {
		return new FormulaFault(0, 0, code, Arrays.asList(details));
	}

	FormulaFault at(int thatLine, int thatColumn) {
		return new FormulaFault(thatLine, thatColumn, this.code, this.details);
	}

	public String key() {
		return "decision.formula.fault." + this.code;
	}

	public Object[] args() {
		return this.details.toArray();
	}

}
