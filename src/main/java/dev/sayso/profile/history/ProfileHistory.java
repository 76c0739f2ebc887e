package dev.sayso.profile.history;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerFilter;
import dev.sayso.person.DetailsHistory;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * All that happened to a person, newest first: what was said, out of the ledger, and what
 * was edited.
 */
@Component
@Transactional(readOnly = true)
class ProfileHistory {

	private final Ledger ledger;

	private final DetailsHistory changes;

	private final Clock clock;

	private final TimeFormat times;

	ProfileHistory(Ledger ledger, DetailsHistory changes, Clock clock, TimeFormat times) {
		this.ledger = ledger;
		this.changes = changes;
		this.clock = clock;
		this.times = times;
	}

	/** One thing that happened: exactly one of the two. */
	record Event(Instant at, @Nullable LedgerEntry said, DetailsHistory.@Nullable Change edited) {

		static Event of(LedgerEntry said) {
			return new Event(said.at(), said, null);
		}

		static Event of(DetailsHistory.Change edited) {
			return new Event(edited.at(), null, edited);
		}

	}

	/**
	 * A page.
	 *
	 * @param next where the older ones begin; null where there are none
	 */
	record Page(List<Event> events, @Nullable HistoryCursor next) {

	}

	Page page(ProfileId profile, HistoryQuery query, int limit) {
		return page(profile, query, start(profile, query), limit);
	}

	int count(ProfileId profile, HistoryQuery query) {
		LedgerFilter filter = filter(query);
		return (query.wantsSays() ? this.ledger.count(profile, filter) : 0)
				+ (query.wantsDetails() ? this.changes.count(profile, filter.changes()) : 0);
	}

	/** Hands over each event that matches, in pages, so that a long history fits. */
	void each(ProfileId profile, HistoryQuery query, Consumer<Event> taker) {
		HistoryCursor cursor = HistoryCursor.NEWEST;
		while (cursor != null) {
			Page page = page(profile, query, cursor, 500);
			page.events().forEach(taker);
			cursor = page.next();
		}
	}

	private Page page(ProfileId profile, HistoryQuery query, HistoryCursor cursor, int limit) {
		LedgerFilter filter = filter(query);
		Deque<Event> said = new ArrayDeque<>();
		if (query.wantsSays()) {
			this.ledger.find(profile, filter, cursor.said(), limit + 1).forEach((entry) -> said.add(Event.of(entry)));
		}
		Deque<Event> edited = new ArrayDeque<>();
		if (query.wantsDetails()) {
			this.changes.find(profile, filter.changes(), cursor.edited(), limit + 1)
				.forEach((change) -> edited.add(Event.of(change)));
		}
		List<Event> shown = new ArrayList<>();
		while (shown.size() < limit && !(said.isEmpty() && edited.isEmpty())) {
			shown.add(later(said, edited).remove());
		}
		boolean older = !said.isEmpty() || !edited.isEmpty();
		return new Page(shown, older ? after(shown, cursor) : null);
	}

	private static Deque<Event> later(Deque<Event> said, Deque<Event> edited) {
		Event saidEvent = said.peek();
		Event editedEvent = edited.peek();
		return (editedEvent == null || (saidEvent != null && !saidEvent.at().isBefore(editedEvent.at()))) ? said
				: edited;
	}

	/**
	 * Behind the last of each stream that was shown; a stream of which nothing was shown
	 * stays where it was.
	 */
	private static HistoryCursor after(List<Event> shown, HistoryCursor cursor) {
		long said = cursor.said();
		long edited = cursor.edited();
		for (Event event : shown) {
			said = (event.said() != null) ? event.said().seq() : said;
			edited = (event.edited() != null) ? event.edited().seq() : edited;
		}
		return new HistoryCursor(said, edited);
	}

	private HistoryCursor start(ProfileId profile, HistoryQuery query) {
		Optional<LedgerEntry> first = Optional.ofNullable(query.entry())
			.flatMap(this.ledger::find)
			.filter((entry) -> entry.profile().equals(profile));
		return first.map((entry) -> new HistoryCursor(entry.seq() + 1, this.changes.firstAfter(profile, entry.at())))
			.orElse(query.cursor());
	}

	private LedgerFilter filter(HistoryQuery query) {
		return query.filter(this.clock.instant(), this.times.zone());
	}

}
