package dev.sayso.condition;

import java.util.List;

/**
 * Thrown where a change would break what is built on the thing that is changed.
 */
public class BrokenUsesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<FactUsage.Use> uses;

	BrokenUsesException(List<FactUsage.Use> uses) {
		super(uses.size() + " things would break");
		this.uses = List.copyOf(uses);
	}

	public List<FactUsage.Use> uses() {
		return this.uses;
	}

}
