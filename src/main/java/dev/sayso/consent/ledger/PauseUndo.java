package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.person.ChangeFilter;
import dev.sayso.shared.ProfileId;

/**
 * Takes back what entries of the ledger did to pauses.
 */
@Component
class PauseUndo {

	private final RecordSay say;

	private final PauseRows rows;

	private final Ledger ledger;

	private final Clock clock;

	PauseUndo(RecordSay say, PauseRows rows, Ledger ledger, Clock clock) {
		this.say = say;
		this.rows = rows;
		this.ledger = ledger;
		this.clock = clock;
	}

	/**
	 * Where nobody has said anything about the pause since, what stood before stands
	 * again, if its day is not over.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<LedgerEntry> undo(ProfileId profile, Collection<LedgerEntry> changes, Declaration by) {
		return changes.stream().flatMap((undone) -> undo(profile, undone, by).stream()).toList();
	}

	private Optional<LedgerEntry> undo(ProfileId profile, LedgerEntry undone, Declaration by) {
		Purpose purpose = Pause.subject(undone.purpose()).orElse(null);
		LedgerFilter same = new LedgerFilter(undone.purpose(), ChangeFilter.ALL);
		if (purpose == null || !this.ledger.find(profile, same, Long.MAX_VALUE, 1).get(0).id().equals(undone.id())) {
			return Optional.empty();
		}
		Say held = this.say.hold(profile);
		Instant now = this.clock.instant();
		ZoneId zone = this.rows.zone(profile);
		LocalDate before = (undone.before() != null) ? LocalDate.parse(undone.before()) : null;
		boolean again = before != null && now.isBefore(PauseRows.end(before, zone));
		LedgerEntry entry = LedgerEntry.of(profile, by, undone.purpose(), undone.after(),
				again ? before.toString() : RecordPause.ENDED, now, null, now);
		this.say.append(held, List.of(entry));
		if (again) {
			List<LedgerEntry> earlier = this.ledger.find(profile, same, undone.seq(), 100);
			LedgerEntry was = earlier.get(0);
			boolean own = earlier.stream()
				.takeWhile((past) -> !past.after().equals(RecordPause.ENDED))
				.anyMatch(LedgerEntry::own);
			this.rows.save(profile, new Pause(purpose, before, PauseRows.end(before, zone), was.at(), entry.saidAt(),
					was.origin(), own, was.actor().name(), was.reason(), was.source(), entry.id()));
		}
		else {
			this.rows.delete(profile, purpose);
		}
		return Optional.of(entry);
	}

}
