package dev.sayso.consent;

import java.util.List;

/**
 * The result of a declaration under the rules of the say.
 *
 * @param changes what changes, one for each purpose
 * @param waiting opt-ins that wait beside another say until they are confirmed
 */
public record SayEvaluation(List<ConsentChange> changes, List<Statement> waiting) {

	/**
	 * Whether all of it stood already.
	 */
	public boolean isEmpty() {
		return this.changes.isEmpty() && this.waiting.isEmpty();
	}

}
