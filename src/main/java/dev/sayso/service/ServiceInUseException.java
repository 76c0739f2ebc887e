package dev.sayso.service;

import java.util.List;

/**
 * A service is still used, so that it is neither archived nor deleted.
 */
class ServiceInUseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<ServiceUsage.Use> uses;

	private final long people;

	/**
	 * @param uses what uses it
	 * @param people how many have a history with it
	 */
	ServiceInUseException(List<ServiceUsage.Use> uses, long people) {
		super("in use");
		this.uses = List.copyOf(uses);
		this.people = people;
	}

	List<ServiceUsage.Use> uses() {
		return this.uses;
	}

	long people() {
		return this.people;
	}

}
