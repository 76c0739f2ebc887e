package dev.sayso.contact.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerSubject;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.contact.MarketingAction;
import dev.sayso.contact.MarketingActions;
import dev.sayso.contact.panel.ContactPanelView.Cell;
import dev.sayso.contact.panel.ContactPanelView.Change;
import dev.sayso.contact.panel.ContactPanelView.Opened;
import dev.sayso.contact.panel.ContactPanelView.Row;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;

/**
 * Makes the panel: the verdict for each channel and action, the one that is opened with
 * all its reasons, and the changes that led there.
 */
@Component
class ContactPanel {

	private static final int MOST_CHANGES = 50;

	private final ContactStatuses statuses;

	private final ConsentSettings settings;

	private final Ledger ledger;

	private final List<LedgerSubject> subjects;

	private final ContactReasons reasons;

	private final MarketingActions actions;

	private final SayMessages messages;

	private final Clock clock;

	ContactPanel(ContactStatuses statuses, ConsentSettings settings, Ledger ledger, List<LedgerSubject> subjects,
			ContactReasons reasons, MarketingActions actions, SayMessages messages, Clock clock) {
		this.actions = actions;
		this.statuses = statuses;
		this.settings = settings;
		this.ledger = ledger;
		this.subjects = subjects;
		this.reasons = reasons;
		this.messages = messages;
		this.clock = clock;
	}

	ContactPanelView view(Profile person, ContactPanelQuery query) {
		Instant now = this.clock.instant();
		String path = "/profiles/" + person.id() + "/contact";
		ContactStatus status = Objects.requireNonNull(this.statuses.find(List.of(person), query.at()).get(person.id()));
		List<Channel> channels = this.settings.channelsInUse();
		Channel open = (query.channel() != null) ? query.channel()
				: channels.stream()
					.filter((channel) -> !verdict(status, query, channel, query.action(), now).allowed())
					.findFirst()
					.orElse(channels.get(0));
		List<Row> rows = channels.stream()
			.map((channel) -> new Row(channel, Stream.concat(
					ContactPanelQuery.ACTIONS.stream()
						.map((action) -> Cell.of(action, null, query.of(channel, action).href(path),
								channel == open && action.equals(query.action()),
								verdict(status, query, channel, action, now))),
					this.actions.own().stream().map((action) -> own(action, status, query, channel, open, path, now)))
				.toList()))
			.toList();
		Verdict verdict = verdict(status, query, open, query.action(), now);
		return new ContactPanelView(query, query.at(), query.local(this.messages.times().zone(), now),
				query.at(null).href(path), rows, new Opened(open, query.action(), name(query.action()), verdict,
						this.reasons.list(person, verdict), this.reasons.needed(person, verdict)),
				changes(person, query, path));
	}

	private Cell own(MarketingAction action, ContactStatus status, ContactPanelQuery query, Channel channel,
			Channel open, String path, Instant now) {
		String key = action.key();
		String name = this.actions.name(key);
		return !action.isFor(channel) ? Cell.none(key, name) : Cell.of(key, name, query.of(channel, key).href(path),
				channel == open && key.equals(query.action()), verdict(status, query, channel, key, now));
	}

	/** What people call an action of the deployment's own; null for the others. */
	private @Nullable String name(String action) {
		return ContactPanelQuery.ACTIONS.contains(action) ? null : this.actions.name(action);
	}

	private Verdict verdict(ContactStatus status, ContactPanelQuery query, Channel channel, String action,
			Instant now) {
		return this.statuses.verdict(status, query.of(channel, action).question(channel, now));
	}

	private List<Change> changes(Profile person, ContactPanelQuery query, String path) {
		List<LedgerEntry> entries = this.ledger.list(person.id(), null, 4 * MOST_CHANGES)
			.stream()
			.filter(ContactPanel::bears)
			.limit(MOST_CHANGES)
			.toList();
		Instant at = query.at();
		Optional<LedgerEntry> counted = entries.stream()
			.filter((entry) -> at == null || !entry.at().isAfter(at))
			.findFirst();
		return entries.stream()
			.map((entry) -> new Change(entry.at(), query.at(entry.at()).href(path),
					at != null && counted.filter(entry::equals).isPresent(), text(entry), view(entry, entry.before()),
					view(entry, entry.after()),
					this.messages.by(entry.origin(), entry.own(), entry.actor().name(), entry.source())))
			.toList();
	}

	private static boolean bears(LedgerEntry entry) {
		return Purpose.of(entry.purpose())
			.map((purpose) -> purpose.isMarketing() || purpose == Purpose.PERSONALIZE_CONTENT)
			.orElse(!entry.purpose().startsWith("service."));
	}

	private String text(LedgerEntry entry) {
		return LedgerSubject.find(this.subjects, entry.purpose())
			.map((subject) -> subject.describe(entry))
			.orElseGet(() -> this.messages.text("purpose." + entry.purpose()));
	}

	private ChoiceView view(LedgerEntry entry, @Nullable String state) {
		return LedgerSubject.find(this.subjects, entry.purpose())
			.map((subject) -> subject.view(state))
			.orElseGet(() -> ChoiceView.of(Optional.ofNullable(state).flatMap(Choice::of).orElse(null),
					Purpose.of(entry.purpose()).orElseThrow()));
	}

}
