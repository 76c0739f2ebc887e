package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

		public boolean include(LocalDate day) {
			return !day.isBefore(this.first) && !day.isAfter(this.last);
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
	 * @param seen whether it showed the pause that runs
	 */
	@Transactional
	public Optional<LedgerEntry> record(ProfileId profile, Declaration by, PauseStatement statement,
			Predicate<Pause> seen) {
		Say held = this.say.hold(profile);
		Pause current = held.pause(statement.purpose(), this.clock.instant()).orElse(null);
		LocalDate until = statement.until();
		if (until != null) {
			check(until, days(profile), statement.purpose());
		}
		if (isOutdated(profile, current, by, statement)) {
			return Optional.empty();
		}
		boolean late = isLate(current, statement);
		if (current != null && !late && (until == null || until.isBefore(current.until()))) {
			end(current, by, statement, seen.test(current));
		}
		return write(held, current, by, statement, late ? later(until, current) : until);
	}

	/**
	 * Records a pause as the no that it is, which is taken whatever else is wrong where
	 * it was said: it lets nothing come sooner than the one that runs. The last day of
	 * where it was said may not have begun where the person lives: then it is theirs.
	 * @return until when one runs then; empty where it asks for none, its day cannot be,
	 * or something else was said later
	 */
	@Transactional
	public Optional<LocalDate> extend(ProfileId profile, Declaration by, PauseStatement statement) {
		Days days = days(profile);
		LocalDate asked = statement.until();
		if (asked == null || asked.isBefore(days.first()) || asked.isAfter(days.last().plusDays(1))) {
			return Optional.empty();
		}
		LocalDate until = asked.isAfter(days.last()) ? days.last() : asked;
		Say held = this.say.hold(profile);
		Pause current = held.pause(statement.purpose(), this.clock.instant()).orElse(null);
		if (isOutdated(profile, current, by, statement)) {
			return Optional.ofNullable(current).map(Pause::until).filter((runs) -> !runs.isBefore(until));
		}
		write(held, current, by, statement, later(until, current));
		return Optional.ofNullable(later(until, current));
	}

	private Optional<LedgerEntry> write(Say held, @Nullable Pause current, Declaration by, PauseStatement statement,
			@Nullable LocalDate until) {
		if ((current == null) ? (until == null)
				: (current.until().equals(until) && !by.claims(current.own(), current.isTheirs()))) {
			return Optional.empty();
		}
		ProfileId profile = held.profile();
		Purpose purpose = statement.purpose();
		Instant now = this.clock.instant();
		Instant saidAt = isLate(current, statement) ? current.saidAt()
				: Objects.requireNonNullElse(statement.saidAt(), now);
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
			this.rows.save(profile, new Pause(purpose, until, PauseRows.end(until, this.rows.zone(profile)), now,
					saidAt, by.origin(), own, entry.actor().name(), entry.reason(), entry.source(), entry.id()));
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

	/**
	 * Whether something else was said since. As with a no, that a pause is the person's
	 * own is never too late to learn: then it lasts as long as the longer of both, and
	 * one that others ended meanwhile without proof that they may runs again.
	 */
	private boolean isOutdated(ProfileId profile, @Nullable Pause current, Declaration by, PauseStatement statement) {
		Instant saidAt = statement.saidAt();
		if (saidAt == null) {
			return false;
		}
		if (current != null) {
			return isLate(current, statement)
					&& (statement.until() == null || !by.claims(current.own(), current.isTheirs()));
		}
		LedgerFilter same = new LedgerFilter(Pause.ledgerPurpose(statement.purpose()), ChangeFilter.ALL);
		return this.ledger.find(profile, same, Long.MAX_VALUE, 1)
			.stream()
			.filter((last) -> saidAt.isBefore(last.saidAt()))
			.anyMatch((last) -> !by.claims(last.own(), last.own() || last.origin() == Origin.SUBJECT)
					|| (last.after().equals(ENDED) && !last.evidence().isEmpty()));
	}

	/** Whether it was said before the pause that runs. */
	private static boolean isLate(@Nullable Pause current, PauseStatement statement) {
		return current != null && statement.saidAt() != null && statement.saidAt().isBefore(current.saidAt());
	}

	private static @Nullable LocalDate later(@Nullable LocalDate until, @Nullable Pause current) {
		return (current != null && (until == null || until.isBefore(current.until()))) ? current.until() : until;
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

}
