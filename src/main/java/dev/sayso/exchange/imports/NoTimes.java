package dev.sayso.exchange.imports;

import java.util.List;
import java.util.function.Supplier;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Says;
import dev.sayso.exchange.imports.ImportRowResult.Noes;
import dev.sayso.person.Origin;
import dev.sayso.shared.ProfileId;

/**
 * When noes count from, by what stands of those who are meant.
 */
final class NoTimes {

	private final Says says;

	NoTimes(Says says) {
		this.says = says;
	}

	/** Noes with their times, where those may count for each of some people. */
	List<Statement> fill(List<Statement> noes, Supplier<List<ProfileId>> people) {
		List<Statement> timed = noes;
		for (ProfileId owner : noes.stream().anyMatch((no) -> no.saidAt() != null) ? people.get()
				: List.<ProfileId>of()) {
			timed = timed(this.says.find(owner), timed);
		}
		return timed;
	}

	/**
	 * A yes that a file brought in was said at a time that nobody knows: no older no
	 * gives way to it.
	 */
	private static List<Statement> timed(Say say, List<Statement> noes) {
		return noes.stream().map((no) -> {
			Consent stands = say.get(no.purpose()).orElse(null);
			boolean hidden = stands != null && no.saidAt() != null && stands.choice() != Choice.NO
					&& stands.origin() == Origin.IMPORT && no.saidAt().isBefore(stands.saidAt());
			return hidden ? Statement.of(no.purpose(), Choice.NO) : no;
		}).toList();
	}

}
