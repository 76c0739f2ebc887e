package dev.sayso.decision.formula;

import org.jspecify.annotations.Nullable;

/**
 * A formula that gives no number for this person and this offer, which rules the offer
 * out. It is a common answer, so it costs no stack trace.
 */
public class FormulaException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	static final String MISSING = "missing";

	private final String code;

	private final @Nullable String name;

	FormulaException(String code, @Nullable String name) {
		super(code + ((name != null) ? " " + name : ""), null, false, false);
		this.code = code;
		this.name = name;
	}

	String code() {
		return this.code;
	}

	@Nullable String name() {
		return this.name;
	}

	/** Whether something that the formula reads is not known. */
	public boolean isMissing() {
		return this.code.equals(MISSING);
	}

	public String key() {
		return "decision.formula.failed." + this.code;
	}

	public Object[] args() {
		return (this.name != null) ? new Object[] { this.name } : new Object[0];
	}

}
