package dev.sayso.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.shared.Ids;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.ProfileId;

/**
 * The one way a say is changed: console, page, one-click, API and import all come through
 * here, and what they change is kept with its ledger entry in one transaction.
 */
@Component
public class RecordSay {

	private final Says says;

	private final StoreSay store;

	private final AppendLedger ledger;

	private final PendingOptIns pending;

	private final Moments moments;

	private final ApplicationEventPublisher events;

	RecordSay(Says says, StoreSay store, AppendLedger ledger, PendingOptIns pending, Moments moments,
			ApplicationEventPublisher events) {
		this.says = says;
		this.store = store;
		this.ledger = ledger;
		this.pending = pending;
		this.moments = moments;
		this.events = events;
	}

	/**
	 * The same act by another clock, within the caller's transaction: for what is laid
	 * after it happened.
	 */
	public RecordSay at(Moments then) {
		return new RecordSay(this.says, this.store, this.ledger, this.pending, then, this.events);
	}

	/**
	 * Records what somebody states about a person's say.
	 * @return what changed, in ledger entries; empty where all of it stood already
	 * @throws OwnNo when it would lift the person's own no without reason, evidence or
	 * right
	 * @throws ChangedSince when it would lift a no that the form did not show
	 * @throws NotFound when nobody has this id
	 */
	@Transactional
	public List<LedgerEntry> record(ProfileId profile, Declaration declaration) {
		return record(declaration, this.says.held(profile)).orElseThrow();
	}

	/**
	 * The same where the say was read a moment ago: unless it has changed since, it need
	 * be neither read again nor held before.
	 */
	@Transactional
	public List<LedgerEntry> record(Say read, Declaration declaration) {
		try {
			if (read.mark() != null) {
				return record(declaration, read).orElseGet(() -> record(read.profile(), declaration));
			}
		}
		catch (OwnNo | ChangedSince ex) {
			// perhaps it would not, by what stands now
		}
		return record(read.profile(), declaration);
	}

	/**
	 * Keeps what XDM defines and Sayso does not use.
	 * @param extras a JSON object
	 */
	@Transactional
	public void keepExtras(ProfileId profile, String extras) {
		this.store.keepExtras(profile, extras);
	}

	/**
	 * Empty where the say that was read stands no longer.
	 */
	private Optional<List<LedgerEntry>> record(Declaration declaration, Say say) {
		Instant now = this.moments.now();
		Heard heard = say.hear(declaration, now);
		List<LedgerEntry> entries = heard.changes()
			.stream()
			.map((change) -> entry(say.profile(), declaration, change, now))
			.toList();
		if (!write(say, entries, entries.stream().map(RecordSay::consent).toList())) {
			return Optional.empty();
		}
		if (!heard.waiting().isEmpty()) {
			this.says.hold(say.profile());
			heard.waiting().forEach((statement) -> this.pending.keep(say.profile(), statement, declaration, now));
		}
		return Optional.of(entries);
	}

	/**
	 * Appends entries and puts the consents they lead to beside them.
	 * @return whether the say still stood as it was read; where not nothing is written
	 */
	boolean write(Say say, List<LedgerEntry> entries, List<Consent> consents) {
		if (entries.isEmpty()) {
			return true;
		}
		AppendLedger.Links links = this.ledger.link(say.mark().head(), entries);
		if (!this.store.move(say, links.head(), entries.size(), LastChange.of(entries.get(entries.size() - 1)))) {
			return false;
		}
		this.ledger.append(links);
		this.store.put(say, consents);
		if (say.mark().waiting()) {
			this.pending.settle(say.profile(), entries);
		}
		this.events.publishEvent(new SayChanged(say.profile(), List.copyOf(entries), say.mark().keptNoes()));
		return true;
	}

	static LedgerEntry entry(ProfileId profile, Declaration by, Change change, Instant now) {
		return new LedgerEntry(0, Ids.next(), profile, now, change.saidAt(), change.purpose().key(),
				(change.before() != null) ? change.before().value() : null, change.after().value(), by.origin(),
				by.isOwn(), by.actor(), change.reason(), by.source(), by.submission(), by.evidence());
	}

	static Consent consent(LedgerEntry entry) {
		return new Consent(Purpose.of(entry.purpose()).orElseThrow(), Choice.of(entry.after()).orElseThrow(),
				entry.at(), entry.saidAt(), entry.origin(), entry.own(), entry.actor().name(), entry.reason(),
				entry.source(), entry.id());
	}

}
