package dev.sayso.consent;

import java.util.Set;

/**
 * A form would lift a no that it did not show, because somebody said it since.
 */
public class StaleSayException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Set<Purpose> purposes;

	public StaleSayException(Set<Purpose> purposes) {
		super("changed since it was shown: " + purposes);
		this.purposes = Set.copyOf(purposes);
	}

	public Set<Purpose> purposes() {
		return this.purposes;
	}

}
