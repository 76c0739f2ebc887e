package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.PauseRefusedException.Fault;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.person.ChangeFilter;
import dev.sayso.person.Origin;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.DiskSpace;
import dev.sayso.store.LowDiskException;

/**
 * The one way a pause begins, changes and ends before its day: console, page and API all
 * come through here, and what they change is kept with its ledger entry in one
 * transaction, on the same chain as the rest of the person's say.
 */
@Component
public class RecordPause {

	/** What the ledger says after a pause that was ended, or undone. */
	public static final String ENDED = "none";

	private final RecordSay say;

	private final PauseRows rows;

	private final Ledger ledger;

	private final Clock clock;

	private final DiskSpace disk;

	RecordPause(RecordSay say, PauseRows rows, Ledger ledger, Clock clock, DiskSpace disk) {
		this.say = say;
		this.rows = rows;
		this.ledger = ledger;
		this.clock = clock;
		this.disk = disk;
	}

	/**
	 * Records by another clock, within the caller's transaction: for what is told after
	 * it happened.
	 */
	public RecordPause at(Clock other) {
		return new RecordPause(this.say.at(other), this.rows, this.ledger, other, this.disk);
	}

	/**
	 * The days until which somebody may pause from now: today where they live, and a
	 * year.
	 */
	public Days days(ProfileId profile) {
		return Days.from(LocalDate.ofInstant(this.clock.instant(), this.rows.zone(profile)));
	}

	/**
	 * The days until which a pause may last.
	 *
	 * @param first today
	 * @param last a year ahead
	 */
	public record Days(LocalDate first, LocalDate last) {

		static Days from(LocalDate today) {
			return new Days(today, today.plusYears(1));
		}

	}

	/**
	 * Records what somebody states about a person's pause.
	 * @param by who speaks, with what proof; what it states itself is left alone
	 * @return the entry of the ledger; empty where all of it stood already, or something
	 * else was said later
	 * @throws PauseRefusedException where it must not be
	 * @throws LowDiskException when it ends or shortens one, and there is room for noes
	 * alone
	 */
	@Transactional
	public Optional<LedgerEntry> record(ProfileId profile, Declaration by, PauseStatement statement) {
		return record(profile, by, statement, (current) -> true);
	}

	/**
	 * The same from a form, guarded by what it showed: a pause that was not shown is
	 * neither ended nor shortened.
	 * @param shown the ledger's entry of the pause that it showed; null where it showed
	 * none
	 */
	@Transactional
	public Optional<LedgerEntry> record(ProfileId profile, Declaration by, PauseStatement statement,
			@Nullable UUID shown) {
		return record(profile, by, statement, (current) -> current.ledgerId().equals(shown));
	}

	private Optional<LedgerEntry> record(ProfileId profile, Declaration by, PauseStatement statement,
			Predicate<Pause> seen) {
		Say held = this.say.hold(profile);
		Instant now = this.clock.instant();
		ZoneId zone = this.rows.zone(profile);
		Purpose purpose = statement.purpose();
		LocalDate until = statement.until();
		if (until != null) {
			check(until, Days.from(LocalDate.ofInstant(now, zone)), purpose);
		}
		Pause current = held.pause(purpose, now).orElse(null);
		if (isIdle(current, by, statement)) {
			return Optional.empty();
		}
		if (current != null && (until == null || until.isBefore(current.until()))) {
			end(current, by, statement, seen.test(current));
		}
		Instant saidAt = (statement.saidAt() != null) ? statement.saidAt() : now;
		LedgerEntry entry = LedgerEntry.of(profile, by, Pause.ledgerPurpose(purpose),
				(current != null) ? current.until().toString() : null, (until != null) ? until.toString() : ENDED,
				saidAt, statement.reason(), now);
		this.say.append(held, List.of(entry));
		if (until == null) {
			this.rows.delete(profile, purpose);
		}
		else {
			boolean own = by.own()
					|| (current != null && (current.own() || (current.isTheirs() && by.origin() != Origin.SUBJECT)));
			this.rows.save(profile, new Pause(purpose, until, PauseRows.end(until, zone), now, saidAt, by.origin(), own,
					entry.actor().name(), entry.reason(), entry.source(), entry.id()));
		}
		return Optional.of(entry);
	}

	private static void check(LocalDate until, Days days, Purpose purpose) {
		if (until.isBefore(days.first())) {
			throw new PauseRefusedException(Fault.PAST, purpose);
		}
		if (until.isAfter(days.last())) {
			throw new PauseRefusedException(Fault.TOO_FAR, purpose);
		}
	}

	/** Whether it changes nothing: nothing else is stated, or something was since. */
	private static boolean isIdle(@Nullable Pause current, Declaration by, PauseStatement statement) {
		if (current == null) {
			return statement.until() == null;
		}
		if (statement.saidAt() != null && statement.saidAt().isBefore(current.saidAt())) {
			return true;
		}
		return current.until().equals(statement.until()) && (current.own() || !by.own());
	}

	/**
	 * Refuses to end a pause before its day, or to shorten it, to who may not: nobody but
	 * the person, who is known to be them, lightly ends their own.
	 */
	private void end(Pause current, Declaration by, PauseStatement statement, boolean seen) {
		if (!seen) {
			throw new PauseRefusedException(Fault.STALE, current.purpose());
		}
		boolean stranger = by.origin() == Origin.IMPORT || (by.origin() == Origin.SUBJECT && !by.own());
		boolean grounds = statement.reason() != null && !statement.reason().isBlank()
				&& (!current.own() || !by.evidence().isEmpty());
		boolean may = by.isByPerson() || (!stranger && (!current.isTheirs() || (by.mayLift() && grounds)));
		if (!may) {
			throw new PauseRefusedException(Fault.OWN, current.purpose());
		}
		if (this.disk.isLow()) {
			throw new LowDiskException();
		}
	}

	/**
	 * Takes back what these entries did to pauses, where nobody has said anything about
	 * the pause since: what stood before stands again, where its day is not over.
	 */
	@Transactional
	List<LedgerEntry> undo(ProfileId profile, Collection<LedgerEntry> changes, Declaration by) {
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
				again ? before.toString() : ENDED, now, null, now);
		this.say.append(held, List.of(entry));
		if (again) {
			List<LedgerEntry> earlier = this.ledger.find(profile, same, undone.seq(), 100);
			LedgerEntry was = earlier.get(0);
			boolean own = earlier.stream().takeWhile((past) -> !past.after().equals(ENDED)).anyMatch(LedgerEntry::own);
			this.rows.save(profile, new Pause(purpose, before, PauseRows.end(before, zone), was.at(), entry.saidAt(),
					was.origin(), own, was.actor().name(), was.reason(), was.source(), entry.id()));
		}
		else {
			this.rows.delete(profile, purpose);
		}
		return Optional.of(entry);
	}

}
