package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Say;
import dev.sayso.consent.SayEvaluation;
import dev.sayso.consent.StaleSayException;
import dev.sayso.consent.ledger.SayRows.Change;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.DiskSpace;
import dev.sayso.store.LowDiskException;

/**
 * The one way a say is changed: console, page, one-click, API and import all come through
 * here, and what they change is kept with its ledger entry in one transaction.
 */
@Component
public class RecordSay {

	private final Says says;

	private final SayWriting writing;

	private final PendingOptIns pending;

	private final Clock clock;

	private final DiskSpace disk;

	RecordSay(Says says, SayWriting writing, PendingOptIns pending, Clock clock, DiskSpace disk) {
		this.disk = disk;
		this.says = says;
		this.writing = writing;
		this.pending = pending;
		this.clock = clock;
	}

	/**
	 * Records by another clock, within the caller's transaction: for what is told after
	 * it happened.
	 */
	public RecordSay at(Clock clock) {
		return new RecordSay(this.says, this.writing, this.pending, clock, this.disk);
	}

	/**
	 * Records what somebody states about a person's say.
	 * @return what changed, in ledger entries; empty where all of it stood already
	 * @throws OwnRefusalException when it would lift the person's own no without reason,
	 * evidence or right
	 * @throws StaleSayException when it would lift a no that the form did not show
	 * @throws LowDiskException when it is more than noes, and there is room for noes
	 * alone
	 */
	@Transactional
	public List<LedgerEntry> record(ProfileId profile, Declaration declaration) {
		return recordNow(profile, declaration).entries();
	}

	/**
	 * The same where the say was read some time ago. Where by what was read nothing would
	 * change, or it must not, it is read again: another change since could make that
	 * untrue.
	 * @return what the person says now
	 */
	@Transactional
	public Say record(Say read, Declaration declaration) {
		try {
			Instant now = this.clock.instant();
			SayEvaluation evaluation = read.evaluate(declaration, now);
			if (!evaluation.isEmpty(read.waiting())) {
				return record(read, declaration, evaluation, now).say();
			}
		}
		catch (OwnRefusalException | StaleSayException ex) {
			// by what was read
		}
		return recordNow(read.profile(), declaration).say();
	}

	/**
	 * The same of many people at once, each with what is declared of them.
	 * @return what changed, by person
	 */
	@Transactional
	public Map<ProfileId, List<LedgerEntry>> record(Map<ProfileId, Declaration> declarations) {
		Instant now = this.clock.instant();
		Map<ProfileId, List<LedgerEntry>> recorded = new HashMap<>();
		List<Change> alone = new ArrayList<>();
		this.says.get(declarations.keySet()).forEach((profile, say) -> {
			Declaration declaration = declarations.get(profile);
			SayEvaluation evaluation = say.evaluate(declaration, now);
			List<LedgerEntry> entries = entries(say, declaration, evaluation, now);
			if (!entries.isEmpty() && isAlone(say, evaluation) && !this.disk.isLow()) {
				alone.add(new Change(say, entries, consents(entries), declaration.mayLift()));
			}
			else if (evaluation.isEmpty(say.waiting())) {
				recorded.put(profile, List.of());
			}
		});
		alone.sort(Comparator.comparing((change) -> change.profile().id()));
		this.writing.write(alone)
			.forEach((written) -> recorded.put(written.change().profile(), written.change().entries()));
		declarations.forEach((profile, declaration) -> recorded.computeIfAbsent(profile,
				(key) -> recordNow(profile, declaration).entries()));
		return recorded;
	}

	private Recorded recordNow(ProfileId profile, Declaration declaration) {
		Say read = this.says.get(profile);
		Instant now = this.clock.instant();
		SayEvaluation evaluation = read.evaluate(declaration, now);
		return evaluation.isEmpty(read.waiting()) ? new Recorded(read, List.of())
				: record(read, declaration, evaluation, now);
	}

	/**
	 * Writes where the say still stands as it was read, else once more what the
	 * declaration means to the say that is held.
	 */
	private Recorded record(Say read, Declaration declaration, SayEvaluation evaluation, Instant now) {
		if (this.disk.isLow() && !isOnlyNo(evaluation)) {
			throw new LowDiskException();
		}
		List<LedgerEntry> meant = entries(read, declaration, evaluation, now);
		Optional<Recorded> written = isAlone(read, evaluation)
				? write(read, meant, consents(meant), declaration.mayLift()) : Optional.empty();
		return written.orElseGet(() -> {
			Say held = this.says.held(read.profile());
			SayEvaluation anew = held.evaluate(declaration, now);
			List<LedgerEntry> entries = entries(held, declaration, anew, now);
			List<Consent> consents = consents(entries);
			entries = Stream
				.concat(entries.stream(), this.pending.drop(held, consents, anew, declaration, now).stream())
				.toList();
			Recorded recorded = write(held, entries, consents, declaration.mayLift()).orElseThrow();
			anew.waiting().forEach((statement) -> this.pending.keep(held.profile(), statement, declaration, now));
			return recorded;
		});
	}

	/** Whether nothing but the say itself is written. */
	private static boolean isAlone(Say read, SayEvaluation evaluation) {
		return evaluation.waiting().isEmpty() && read.mark() != null
				&& !(read.waiting() && !evaluation.noes().isEmpty());
	}

	Optional<Recorded> write(Say say, List<LedgerEntry> entries, List<Consent> consents, boolean mayLift) {
		return this.writing.write(new Change(say, entries, consents, mayLift))
			.map((after) -> new Recorded(after, entries));
	}

	private static boolean isOnlyNo(SayEvaluation evaluation) {
		return evaluation.waiting().isEmpty() && evaluation.changes().stream().allMatch(RecordSay::isNo);
	}

	/** Whether a change is a no, or declines what waits to be confirmed. */
	private static boolean isNo(SayEvaluation.Change change) {
		boolean lifts = change.before() != null && change.before() != Choice.PENDING
				&& change.before() != Choice.UNKNOWN;
		return change.after() == Choice.NO || (change.after() == Choice.DEFAULT_NO && !lifts);
	}

	/**
	 * What was recorded.
	 *
	 * @param say what the person says now
	 * @param entries what changed
	 */
	record Recorded(Say say, List<LedgerEntry> entries) {

	}

	/** Holds the person's say until the transaction ends, as it stands. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Say hold(ProfileId profile) {
		return this.says.held(profile);
	}

	/**
	 * Appends entries about what another room keeps beside the say, on the same chain.
	 * @param held the say, which the caller holds
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(Say held, List<LedgerEntry> entries) {
		write(held, entries, List.of(), false).orElseThrow();
	}

	/** Holds the says of many people until the transaction ends, as they stand. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<ProfileId, Say> hold(Collection<ProfileId> profiles) {
		return this.says.held(profiles);
	}

	/**
	 * Appends entries to the chain of each of many people.
	 * @param held their says, which the caller holds
	 * @param entries one at least of each
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(Map<ProfileId, Say> held, Map<ProfileId, List<LedgerEntry>> entries) {
		this.writing.write(entries.entrySet()
			.stream()
			.map((each) -> new Change(held.get(each.getKey()), each.getValue(), List.of(), false))
			.toList());
	}

	/**
	 * Keeps what XDM defines and Sayso does not use.
	 * @param extras a JSON object
	 */
	@Transactional
	public void keepExtras(ProfileId profile, String extras) {
		this.writing.keepExtras(profile, extras);
	}

	private static List<LedgerEntry> entries(Say say, Declaration declaration, SayEvaluation evaluation, Instant now) {
		return evaluation.changes()
			.stream()
			.map((change) -> LedgerEntry.of(say.profile(), declaration, change, now))
			.toList();
	}

	private static List<Consent> consents(List<LedgerEntry> entries) {
		return entries.stream().map(LedgerEntry::consent).toList();
	}

}
