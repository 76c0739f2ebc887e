package dev.sayso.consent;

import java.util.List;

/**
 * The result of a declaration under the rules of the say.
 *
 * @param changes what changes, one for each purpose
 * @param waiting opt-ins that wait beside another say until they are confirmed
 * @param noes what was refused, each with its time: it answers the opt-ins that wait
 */
public record SayEvaluation(List<ConsentChange> changes, List<Statement> waiting, List<Statement> noes) {

	public boolean isEmpty(boolean optInsWait) {
		return this.changes.isEmpty() && this.waiting.isEmpty() && !(optInsWait && !this.noes.isEmpty());
	}

}
