package dev.sayso.consent;

import java.util.Set;

/**
 * Says that a person's own no stands, and what would lift it (reason, evidence and the
 * right) was not all given.
 */
public class OwnRefusalException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Set<Purpose> purposes;

	public OwnRefusalException(Set<Purpose> purposes) {
		super("own no: " + purposes);
		this.purposes = Set.copyOf(purposes);
	}

	public Set<Purpose> purposes() {
		return this.purposes;
	}

}
