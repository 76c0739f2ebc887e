package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.SayEvaluation;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * Takes back what one accepted form, or an operator, changed: exactly the purposes about
 * which nobody has said anything since.
 */
@Component
public class SayUndo {

	/** How long an operator may undo what they changed. */
	private static final Duration OPERATOR_MAY = Duration.ofDays(1);

	private final Says says;

	private final Ledger ledger;

	private final RecordSay record;

	private final PauseUndo pauses;

	private final Clock clock;

	SayUndo(Says says, Ledger ledger, RecordSay record, PauseUndo pauses, Clock clock) {
		this.says = says;
		this.ledger = ledger;
		this.record = record;
		this.pauses = pauses;
		this.clock = clock;
	}

	/**
	 * Puts back what stood before the submission, by whom and since when it was said.
	 * @return what changed; empty where others have spoken since, or it was undone before
	 */
	@Transactional
	public List<LedgerEntry> undo(ProfileId profile, UUID submission, Evidence evidence, String source) {
		return undo(profile, submission, (change) -> true, evidence, source);
	}

	/** The same of some of its changes. */
	@Transactional
	public List<LedgerEntry> undo(ProfileId profile, UUID submission, Predicate<LedgerEntry> which, Evidence evidence,
			String source) {
		Say say = this.says.held(profile);
		Declaration by = Declaration.bySubject(List.of(), evidence.with("undoes", submission.toString()), source, null);
		return undo(say, this.ledger.ofSubmission(profile, submission).stream().filter(which).toList(), by);
	}

	/**
	 * Puts back what stood before an operator's own changes of the last day: what others
	 * said, and what is older, is lifted with what that takes, and not undone.
	 * @param changes the ledger's entries of those changes
	 * @return what changed; empty where others have spoken since, or it was undone before
	 */
	@Transactional
	public List<LedgerEntry> undo(ProfileId profile, Actor operator, Collection<UUID> changes) {
		Say say = this.says.held(profile);
		Instant earliest = this.clock.instant().minus(OPERATOR_MAY);
		List<LedgerEntry> undone = changes.stream()
			.distinct()
			.flatMap((id) -> this.ledger.find(id).stream())
			.filter((entry) -> entry.profile().equals(profile) && entry.origin() == Origin.OPERATOR && !entry.own()
					&& entry.actor().equals(operator) && entry.at().isAfter(earliest))
			.toList();
		String ids = undone.stream().map((entry) -> entry.id().toString()).collect(Collectors.joining(" "));
		return undo(say, undone, Declaration.byOperator(operator, List.of(), Evidence.NONE.with("undoes", ids)));
	}

	private List<LedgerEntry> undo(Say say, List<LedgerEntry> changes, Declaration by) {
		ProfileId profile = say.profile();
		Instant now = this.clock.instant();
		List<LedgerEntry> entries = new ArrayList<>();
		List<Consent> consents = new ArrayList<>();
		for (LedgerEntry undone : changes) {
			Consent current = Purpose.of(undone.purpose()).flatMap(say::get).orElse(null);
			if (current != null && current.ledgerId().equals(undone.id())) {
				Choice before = Optional.ofNullable(undone.before()).flatMap(Choice::of).orElse(Choice.UNKNOWN);
				LedgerEntry entry = LedgerEntry.of(profile, by,
						new SayEvaluation.Change(current.purpose(), current.choice(), before, now, null), now);
				entries.add(entry);
				consents.add(restored(entry, undone));
			}
		}
		this.record.write(say, entries, consents, false);
		entries.addAll(this.pauses.undo(profile, changes, by));
		return entries;
	}

	/**
	 * The consent as the entry before the undone one left it, under the ledger's new
	 * entry.
	 */
	private Consent restored(LedgerEntry entry, LedgerEntry undone) {
		return this.ledger.list(undone.profile(), undone.seq(), 100)
			.stream()
			.filter((earlier) -> earlier.purpose().equals(undone.purpose()) && !PendingOptIns.isDrop(earlier)
					&& Objects.equals(earlier.after(), undone.before()))
			.findFirst()
			.map(LedgerEntry::consent)
			.map((was) -> new Consent(was.purpose(), was.choice(), was.since(), entry.saidAt(), was.origin(), was.own(),
					was.actor(), was.reason(), was.source(), entry.id()))
			.orElseGet(() -> entry.consent());
	}

}
