package dev.sayso.consent;

import java.util.Set;

/**
 * A declaration would lift a person's own refusal without reason, evidence or the right
 * to do so.
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
