package dev.sayso.consent;

/**
 * A pause was not recorded.
 */
public class PauseRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Fault fault;

	private final Purpose purpose;

	/** Why not. */
	public enum Fault {

		/** The day is over where the person lives. */
		PAST,
		/** The day is more than a year ahead. */
		TOO_FAR,
		/** It would end the person's own pause without reason, evidence or right. */
		OWN,
		/** It would end a pause that the form did not show. */
		STALE

	}

	public PauseRefusedException(Fault fault, Purpose purpose) {
		super(fault + " " + purpose.key());
		this.fault = fault;
		this.purpose = purpose;
	}

	public Fault fault() {
		return this.fault;
	}

	public Purpose purpose() {
		return this.purpose;
	}

}
