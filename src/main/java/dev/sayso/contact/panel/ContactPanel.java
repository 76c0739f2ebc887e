package dev.sayso.contact.panel;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.contact.MarketingAction;
import dev.sayso.contact.MarketingActions;
import dev.sayso.contact.panel.ContactLane.Scale;
import dev.sayso.contact.panel.ContactPanelView.Cell;
import dev.sayso.contact.panel.ContactPanelView.Opened;
import dev.sayso.contact.panel.ContactPanelView.Row;
import dev.sayso.contact.panel.ContactPanelView.Slider;
import dev.sayso.contact.panel.ContactPanelView.Stop;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;

/**
 * Makes the panel: the verdict for each channel and action, the one that is opened with
 * all its reasons, and how it came to be over time.
 */
@Component
class ContactPanel {

	private final ContactStatuses statuses;

	private final ConsentSettings settings;

	private final ContactPast past;

	private final ContactChanges changes;

	private final ContactReasons reasons;

	private final MarketingActions actions;

	private final SayMessages messages;

	ContactPanel(ContactStatuses statuses, ConsentSettings settings, ContactPast past, ContactChanges changes,
			ContactReasons reasons, MarketingActions actions, SayMessages messages) {
		this.actions = actions;
		this.statuses = statuses;
		this.settings = settings;
		this.past = past;
		this.changes = changes;
		this.reasons = reasons;
		this.messages = messages;
	}

	ContactPanelView view(Profile person, ContactPanelQuery query) {
		ContactStatus current = this.statuses.find(person);
		ContactPast.Past past = this.past.find(person, current, query.at());
		ContactStatus shown = (query.at() == null) ? current
				: Objects.requireNonNull(this.statuses.find(List.of(person), query.at()).get(person.id()));
		Instant at = (query.at() != null) ? query.at() : past.now();
		String path = "/profiles/" + person.id() + "/contact";
		List<Channel> channels = this.settings.channelsInUse();
		List<Channel> asked = channels.stream().filter((channel) -> isFor(query.action(), channel)).toList();
		Channel open = (query.channel() != null && isFor(query.action(), query.channel())) ? query.channel()
				: asked.stream()
					.filter((channel) -> !verdict(shown, query, channel, at).allowed())
					.findFirst()
					.orElse(asked.isEmpty() ? channels.get(0) : asked.get(0));
		Verdict verdict = verdict(shown, query, open, at);
		Scale scale = new Scale(begin(person, past, at), past.now());
		return new ContactPanelView(query, query.at(), query.local(this.messages.times().zone(), past.now()),
				query.at(null).href(path),
				channels.stream().map((channel) -> row(channel, open, shown, query, at, path)).toList(),
				new Opened(open, query.action(), name(query.action()), verdict, this.reasons.list(person, verdict),
						this.reasons.needed(person, verdict), this.reasons.told(verdict)),
				asked.stream()
					.map((channel) -> lane(channel, past, query, scale, verdict(shown, query, channel, at)))
					.toList(),
				slider(past, scale, at), this.changes.list(past, current, query, path));
	}

	/** Before there is a profile, there is nothing to show but what is older than it. */
	private static Instant begin(Profile person, ContactPast.Past past, Instant shown) {
		Instant oldest = Stream.concat(past.entries().stream().map(LedgerEntry::at), Stream.of(shown))
			.min(Comparator.naturalOrder())
			.orElse(shown);
		boolean older = oldest.isBefore(person.createdAt());
		return (older || past.begin().isAfter(person.createdAt())) ? past.begin() : person.createdAt();
	}

	private Row row(Channel channel, Channel open, ContactStatus status, ContactPanelQuery query, Instant at,
			String path) {
		Stream<String> keys = Stream.concat(ContactPanelQuery.ACTIONS.stream(),
				this.actions.own().stream().map(MarketingAction::key));
		return new Row(channel, keys.map((action) -> {
			if (!isFor(action, channel)) {
				return Cell.none(action, name(action));
			}
			ContactPanelQuery cell = query.with(channel, action);
			return Cell.of(action, name(action), cell.href(path), channel == open && action.equals(query.action()),
					verdict(status, cell, channel, at));
		}).toList());
	}

	private boolean isFor(String action, Channel channel) {
		return ContactPanelQuery.ACTIONS.contains(action)
				|| this.actions.find(action).filter((own) -> own.isFor(channel)).isPresent();
	}

	/** What people call an action of the deployment's own; null for the others. */
	private @Nullable String name(String action) {
		return ContactPanelQuery.ACTIONS.contains(action) ? null : this.actions.name(action);
	}

	private ContactLane lane(Channel channel, ContactPast.Past past, ContactPanelQuery query, Scale scale,
			Verdict shown) {
		SortedMap<Instant, Verdict> verdicts = new TreeMap<>();
		past.stood().forEach((from, status) -> verdicts.put(from, verdict(status, query, channel, from)));
		return ContactLane.of(channel, verdicts, scale, shown);
	}

	private Slider slider(ContactPast.Past past, Scale scale, Instant at) {
		List<Stop> stops = past.stood()
			.tailMap(scale.from())
			.keySet()
			.stream()
			.map((each) -> new Stop(scale.x(each), each))
			.toList();
		return new Slider(scale, scale.x(at), at, this.messages.times().dayTime(at),
				stops.stream().map((stop) -> stop.x() + "=" + stop.at()).collect(Collectors.joining(" ")));
	}

	private Verdict verdict(ContactStatus status, ContactPanelQuery query, Channel channel, Instant at) {
		return this.statuses.verdict(status, query.with(channel, query.action()).question(channel, at));
	}

}
