package dev.sayso.consent.ledger;

import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.SayRows.Change;
import dev.sayso.shared.ProfileId;

/**
 * Writes what changes of says behind the heads of their chains, and tells of it.
 */
@Component
class SayWriting {

	private final Says says;

	private final SayRows rows;

	private final PendingOptIns pending;

	private final ApplicationEventPublisher events;

	SayWriting(Says says, SayRows rows, PendingOptIns pending, ApplicationEventPublisher events) {
		this.says = says;
		this.rows = rows;
		this.pending = pending;
		this.events = events;
	}

	/**
	 * Appends entries and puts the consents they lead to beside them. What opens may end
	 * what was kept for the address, which is told in entries of its own.
	 * @return what the person says now; empty where the say stands no longer as it was
	 * read, and nothing is written
	 */
	Optional<Say> write(Change change) {
		if (change.entries().isEmpty()) {
			return Optional.of(change.read());
		}
		boolean opens = change.consents().stream().anyMatch((consent) -> consent.choice() != Choice.NO);
		return write(List.of(change)).stream()
			.findFirst()
			.map((written) -> (change.mark().keptNoes() && opens) ? this.says.get(change.profile())
					: change.read().with(change.consents(), written.head()));
	}

	/**
	 * The same of many different people.
	 * @return what was written
	 */
	List<SayRows.Written> write(List<Change> changes) {
		List<SayRows.Written> all = changes.isEmpty() ? List.of() : this.rows.write(changes);
		all.stream().map(SayRows.Written::change).forEach(this::tell);
		return all;
	}

	private void tell(Change change) {
		if (change.mark().waiting()) {
			this.pending.settle(change.profile(), change.entries());
		}
		this.events.publishEvent(new SayChanged(change.profile(), List.copyOf(change.entries()),
				change.mark().keptNoes(), change.mayLift()));
	}

	void keepExtras(ProfileId profile, String extras) {
		this.rows.keepExtras(profile, extras);
	}

}
