package dev.sayso.decision.formula;

import java.util.List;

public class InvalidFormulaException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<FormulaFault> faults;

	InvalidFormulaException(List<FormulaFault> faults) {
		super(faults.size() + " faults in a formula");
		this.faults = List.copyOf(faults);
	}

	public List<FormulaFault> faults() {
		return this.faults;
	}

}
