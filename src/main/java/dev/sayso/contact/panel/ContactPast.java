package dev.sayso.contact.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatus.Sharer;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;

/**
 * What led to the verdicts of now: the entries of the ledger that bear on contact, those
 * of others who share an address among them, and how the person stood after each.
 */
@Component
class ContactPast {

	/** So many entries are gone back, which bounds what one page asks of the store. */
	private static final int MOST = 50;

	private static final String NO = Choice.NO.value();

	private final ContactStatuses statuses;

	private final ConsentSettings settings;

	private final Ledger ledger;

	private final Clock clock;

	ContactPast(ContactStatuses statuses, ConsentSettings settings, Ledger ledger, Clock clock) {
		this.statuses = statuses;
		this.settings = settings;
		this.ledger = ledger;
		this.clock = clock;
	}

	/**
	 * @param entries newest first
	 * @param stood how they stood from each instant at which that changed, the first of
	 * which is the begin of what is told
	 */
	record Past(List<LedgerEntry> entries, SortedMap<Instant, ContactStatus> stood, Instant now) {

		Instant begin() {
			return this.stood.firstKey();
		}

	}

	/**
	 * @param shown an instant past that is told as well; null for none
	 */
	Past find(Profile person, ContactStatus current, @Nullable Instant shown) {
		Instant now = this.clock.instant();
		List<LedgerEntry> entries = Stream
			.concat(entries(person, ContactPast::bears),
					current.sharers().stream().flatMap((sharer) -> entries(sharer)))
			.sorted(Comparator.comparing(LedgerEntry::at).thenComparing(LedgerEntry::seq).reversed())
			.limit(MOST)
			.toList();
		TreeSet<Instant> instants = new TreeSet<>();
		entries.forEach((entry) -> instants.add(entry.at()));
		Instant from = from(person, entries, shown, now);
		instants.add(from);
		instants.addAll(this.settings.defaultsSet(from, now));
		this.statuses.rulesChanged(from, now).sorted(Comparator.reverseOrder()).limit(MOST).forEach(instants::add);
		SortedMap<Instant, ContactStatus> stood = this.statuses.history(person, instants);
		TreeSet<Instant> ends = new TreeSet<>();
		ends(stood.values()).filter((end) -> end.isAfter(from) && !end.isAfter(now)).forEach(ends::add);
		stood.putAll(this.statuses.history(person, ends));
		return new Past(entries, stood, now);
	}

	/** A little before the first that is told, so that it shows what it changed. */
	private static Instant from(Profile person, List<LedgerEntry> entries, @Nullable Instant shown, Instant now) {
		Instant first = entries.isEmpty() ? person.createdAt() : entries.get(entries.size() - 1).at();
		if (shown != null && shown.isBefore(first)) {
			first = shown;
		}
		Duration told = Duration.between(first, now);
		Duration before = told.dividedBy(25);
		return first.minus((before.compareTo(Duration.ofMinutes(1)) > 0) ? before : Duration.ofMinutes(1))
			.truncatedTo(ChronoUnit.SECONDS);
	}

	/** What ends by itself changes the verdict without an entry. */
	private static Stream<Instant> ends(Collection<ContactStatus> stood) {
		return stood.stream()
			.flatMap((status) -> Stream.concat(status.say().pauses().values().stream().map(Pause::ends),
					status.suppressions().stream().flatMap((suppression) -> Stream.ofNullable(suppression.until()))));
	}

	private Stream<LedgerEntry> entries(Profile person, Predicate<LedgerEntry> told) {
		return this.ledger.list(person.id(), null, 4 * MOST).stream().filter(told);
	}

	/** Of others no more than their noes count, on the channels of the address. */
	private Stream<LedgerEntry> entries(Sharer sharer) {
		List<String> purposes = Stream
			.concat(Stream.of(Purpose.MARKETING_ANY),
					sharer.channels().stream().map((Channel on) -> Purpose.marketing(on)))
			.map(Purpose::key)
			.toList();
		return this.ledger.list(sharer.profile(), null, 4 * MOST)
			.stream()
			.filter((entry) -> purposes.contains(entry.purpose())
					&& (entry.after().equals(NO) || NO.equals(entry.before())));
	}

	private static boolean bears(LedgerEntry entry) {
		return Purpose.of(entry.purpose())
			.map((purpose) -> purpose.isMarketing() || purpose == Purpose.PERSONALIZE_CONTENT)
			.orElse(!entry.purpose().startsWith("service."));
	}

}
