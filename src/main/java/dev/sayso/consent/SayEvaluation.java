package dev.sayso.consent;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of a declaration under the rules of the say.
 *
 * @param changes what changes, one for each purpose
 * @param waiting opt-ins that wait beside another say until they are confirmed
 * @param noes what was refused, each with its time: it answers the opt-ins that wait
 */
public record SayEvaluation(List<Change> changes, List<Statement> waiting, List<Statement> noes) {

	/**
	 * What a declaration changes for one purpose; becomes a row of the ledger.
	 *
	 * @param before null where there was no row
	 */
	public record Change(Purpose purpose, @Nullable Choice before, Choice after, Instant saidAt,
			@Nullable String reason) {

	}

	public boolean isEmpty(boolean optInsWait) {
		return this.changes.isEmpty() && this.waiting.isEmpty() && !(optInsWait && !this.noes.isEmpty());
	}

}
