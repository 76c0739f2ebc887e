package dev.sayso.profile.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerHistory;
import dev.sayso.consent.ledger.PendingExpiry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.person.Origin;

/**
 * Says in a plain sentence what an entry of the ledger did.
 */
@Component
class HistoryMessages {

	private final LedgerHistory history;

	private final SayMessages messages;

	HistoryMessages(LedgerHistory history, SayMessages messages) {
		this.history = history;
		this.messages = messages;
	}

	/**
	 * The sentence.
	 * @param cameBack when the person came back to one channel after a no to any, for
	 * entries that only keep the others closed
	 */
	String describe(LedgerEntry entry, Set<Instant> cameBack) {
		Purpose purpose = Purpose.of(entry.purpose()).orElseThrow();
		String group = (purpose == Purpose.MARKETING_ANY) ? "any" : purpose.isMarketing() ? "channel" : "other";
		return this.messages.text("history." + kind(entry, purpose, cameBack) + "." + group,
				this.messages.purpose(purpose),
				this.messages.text("choice." + entry.after()).toLowerCase(this.messages.locale()));
	}

	/**
	 * When, among these entries, the no to any channel was narrowed.
	 */
	static Set<Instant> cameBack(List<LedgerEntry> entries) {
		return entries.stream().filter(HistoryMessages::narrows).map(LedgerEntry::at).collect(Collectors.toSet());
	}

	private String kind(LedgerEntry entry, Purpose purpose, Set<Instant> cameBack) {
		if (entry.evidence().facts().containsKey("undoes")) {
			return "undone";
		}
		if (entry.evidence().facts().containsKey("keptSince")) {
			return "kept";
		}
		if (PendingOptIns.isDrop(entry)) {
			return PendingOptIns.isAnswered(entry) ? "answered" : "dropped";
		}
		if (PendingExpiry.isExpiry(entry)) {
			return "expired";
		}
		return switch (Choice.of(entry.after()).orElseThrow()) {
			case NO -> no(entry, cameBack);
			case YES -> isNo(entry.before()) ? yesAfterNo(entry) : yes(entry);
			case PENDING -> "asked";
			case UNKNOWN -> narrows(entry) ? "narrowed" : isNo(entry.before()) ? lifted(entry) : "unsaid";
			default -> "set";
		};
	}

	private static String no(LedgerEntry entry, Set<Instant> cameBack) {
		if (cameBack.contains(entry.at()) && entry.own()) {
			return "narrowed";
		}
		if (isNo(entry.before())) {
			return "no.own";
		}
		return (entry.origin() == Origin.SUBJECT) ? "no.subject" : "no.other";
	}

	private static String yes(LedgerEntry entry) {
		if (Choice.PENDING.value().equals(entry.before())) {
			return "yes.confirmed";
		}
		return (entry.origin() == Origin.SUBJECT) ? "yes.subject" : "yes.other";
	}

	private String yesAfterNo(LedgerEntry entry) {
		return (entry.origin() == Origin.SUBJECT) ? "yes.subject" : lifted(entry);
	}

	private String lifted(LedgerEntry entry) {
		boolean own = entry.origin() != Origin.SUBJECT
				&& this.history.before(entry).map(LedgerEntry::own).orElse(false);
		return "lifted." + (own ? "own" : "other");
	}

	private static boolean narrows(LedgerEntry entry) {
		return entry.purpose().equals(Purpose.MARKETING_ANY.key()) && entry.own() && isNo(entry.before())
				&& entry.after().equals(Choice.UNKNOWN.value());
	}

	private static boolean isNo(@Nullable String choice) {
		return Choice.NO.value().equals(choice);
	}

}
