package dev.sayso.service.subscriber;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerFilter;
import dev.sayso.person.ChangeFilter;
import dev.sayso.person.Origin;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.shared.ProfileId;

/**
 * What happened to somebody's subscriptions, in plain sentences.
 */
@Component
class SubscriptionEvents {

	private static final int SHOWN = 5;

	private static final Map<Origin, String> ICONS = Map.of(Origin.SUBJECT, "user", Origin.OPERATOR, "headset",
			Origin.IMPORT, "file-import", Origin.API, "plug", Origin.SYSTEM, "server-cog");

	private static final LedgerFilter ALL = new LedgerFilter(SubscriptionLedger.PREFIX, ChangeFilter.ALL);

	private final Ledger ledger;

	private final SubscriptionLedger subjects;

	private final SayMessages messages;

	SubscriptionEvents(Ledger ledger, SubscriptionLedger subjects, SayMessages messages) {
		this.ledger = ledger;
		this.subjects = subjects;
		this.messages = messages;
	}

	/**
	 * One thing that happened.
	 *
	 * @param by who, and in quotation marks why
	 * @param entry the ledger's, by which the history can begin
	 */
	record Event(Instant at, String origin, String icon, String sentence, ChoiceView before, ChoiceView after,
			String by, String entry) {

	}

	/**
	 * The latest.
	 *
	 * @param count how many there are in all
	 */
	record Latest(List<Event> events, int count) {

	}

	Latest latest(ProfileId profile) {
		List<Event> events = this.ledger.find(profile, ALL, Long.MAX_VALUE, SHOWN).stream().map(this::event).toList();
		return new Latest(events, this.ledger.count(profile, ALL));
	}

	private Event event(LedgerEntry entry) {
		String by = this.messages.by(entry.origin(), entry.own(), entry.actor().name(), entry.source());
		return new Event(entry.at(), entry.origin().key(), icon(entry.origin()), this.subjects.describe(entry),
				this.subjects.view(entry.before()), this.subjects.view(entry.after()),
				this.messages.quoted(by, entry.reason()), entry.id().toString());
	}

	private static String icon(Origin origin) {
		return Objects.requireNonNull(ICONS.get(origin));
	}

}
