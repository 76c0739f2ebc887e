package dev.sayso.decision;

import java.util.List;

/**
 * What would be decided, and what would be if the person had consented to more.
 */
record Simulation(Decided decided, List<Otherwise> otherwise) {

	/**
	 * The answer with more consent.
	 *
	 * @param consent to what: {@code personalization}, {@code modelling} or {@code both}
	 * @param chosen for each scope
	 */
	record Otherwise(String consent, List<Chosen> chosen) {

	}

}
