package dev.sayso.home.configuration;

import java.util.List;

import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Thrown for a file that cannot be taken, with what is wrong with it; nothing was
 * changed.
 */
class RefusedConfigurationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Refusal> refusals;

	RefusedConfigurationException(List<Refusal> refusals) {
		super(refusals.size() + " faults in a configuration");
		this.refusals = List.copyOf(refusals);
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param key of the thing it is wrong in; empty where it has none, or it is the file
	 */
	record Refusal(String key, String pointer, String detail) {

		Fault fault() {
			return new Fault(this.pointer, this.detail);
		}

	}

	List<Refusal> refusals() {
		return this.refusals;
	}

}
