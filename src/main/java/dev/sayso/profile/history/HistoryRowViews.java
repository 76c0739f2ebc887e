package dev.sayso.profile.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.SourceMessage;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerSubject;
import dev.sayso.consent.ledger.PendingExpiry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.DetailsForm;
import dev.sayso.person.DetailsHistory;
import dev.sayso.person.Origin;
import dev.sayso.profile.history.HistoryView.Day;
import dev.sayso.profile.history.HistoryView.Row;
import dev.sayso.profile.history.ProfileHistory.Event;

/**
 * Makes the rows of the timeline from events, each with a plain sentence of what it did.
 */
@Component
class HistoryRowViews {

	private static final Map<Origin, String> ICONS = Map.of(Origin.SUBJECT, "user", Origin.OPERATOR, "headset",
			Origin.IMPORT, "file-import", Origin.API, "plug", Origin.SYSTEM, "server-cog");

	private final Ledger ledger;

	private final HistoryEvidence evidence;

	private final SayMessages sayMessages;

	private final MessageSourceAccessor messages;

	private final Attributes attributes;

	private final List<LedgerSubject> subjects;

	HistoryRowViews(Ledger ledger, HistoryEvidence evidence, SayMessages sayMessages, MessageSourceAccessor messages,
			Attributes attributes, List<LedgerSubject> subjects) {
		this.ledger = ledger;
		this.evidence = evidence;
		this.sayMessages = sayMessages;
		this.messages = messages;
		this.attributes = attributes;
		this.subjects = subjects;
	}

	List<Day> days(List<Event> events) {
		Set<Instant> cameBack = events.stream()
			.map(Event::said)
			.filter((said) -> said != null && narrows(said))
			.map(LedgerEntry::at)
			.collect(Collectors.toSet());
		Map<String, String> labels = this.attributes.findAllByOrderByLabel()
			.stream()
			.collect(Collectors.toMap((attribute) -> DetailsForm.ATTRIBUTE + attribute.name(), Attribute::label));
		Map<LocalDate, List<Row>> days = new LinkedHashMap<>();
		for (Event event : events) {
			LocalDate day = event.at().atZone(this.sayMessages.times().zone()).toLocalDate();
			days.computeIfAbsent(day, (key) -> new ArrayList<>())
				.add((event.said() != null) ? said(event.said(), cameBack)
						: edited(Objects.requireNonNull(event.edited()), labels));
		}
		return days.entrySet().stream().map((day) -> new Day(day.getKey(), day.getValue())).toList();
	}

	private Row said(LedgerEntry entry, Set<Instant> cameBack) {
		boolean onPage = entry.origin() == Origin.SUBJECT && entry.source() != null
				&& !SourceMessage.isMessage(entry.source());
		String by = this.sayMessages.by(entry.origin(), entry.own(), entry.actor().name(),
				onPage ? null : entry.source());
		return new Row("entry-" + entry.id(), entry.at(), entry.origin().key(),
				Objects.requireNonNull(ICONS.get(entry.origin())), describe(entry, cameBack),
				onPage ? entry.source() : null, view(entry, entry.before()), view(entry, entry.after()),
				this.sayMessages.quoted(by, entry.reason()), this.evidence.list(entry), this.evidence.seen(entry),
				List.of(), "/receipts/" + entry.id());
	}

	/**
	 * @param labels of the attributes there are, by field
	 */
	private Row edited(DetailsHistory.Change change, Map<String, String> labels) {
		String by = this.sayMessages.by(change.origin(), change.origin() == Origin.SUBJECT, change.actor(),
				change.source());
		List<FieldChange> named = change.changes()
			.stream()
			.map((field) -> new FieldChange(labels.getOrDefault(field.field(), name(field.field())), field.before(),
					field.after()))
			.toList();
		String fields = named.stream().map(FieldChange::field).collect(Collectors.joining(", "));
		String sentence = change.first() ? this.sayMessages.text("history.details.created")
				: this.sayMessages.text("history.details.edited", fields);
		return new Row("edit-" + change.seq(), change.at(), change.origin().key(),
				Objects.requireNonNull(ICONS.get(change.origin())), sentence, null, null, null, by, List.of(), null,
				named, null);
	}

	/** How what an entry says before or after looks. */
	ChoiceView view(LedgerEntry entry, @Nullable String state) {
		return subject(entry).map((subject) -> subject.view(state))
			.orElseGet(() -> ChoiceView.of(Optional.ofNullable(state).flatMap(Choice::of).orElse(null),
					Purpose.of(entry.purpose()).orElseThrow()));
	}

	List<LedgerSubject> subjects() {
		return this.subjects;
	}

	/** What an entry is about, where another room than that of consents recorded it. */
	Optional<LedgerSubject> subject(LedgerEntry entry) {
		return LedgerSubject.find(this.subjects, entry.purpose());
	}

	/**
	 * What a detail is called that was edited; an attribute has the name it was given.
	 */
	String name(String field) {
		return field.startsWith(DetailsForm.ATTRIBUTE) ? field.substring(DetailsForm.ATTRIBUTE.length())
				: this.messages.getMessage("profile.field." + field, field);
	}

	/**
	 * What an entry of the ledger did, in a plain sentence.
	 * @param cameBack when the person came back to one channel after a no to any, for
	 * entries that only keep the others closed
	 */
	private String describe(LedgerEntry entry, Set<Instant> cameBack) {
		Optional<LedgerSubject> subject = subject(entry);
		if (subject.isPresent()) {
			return subject.get().describe(entry);
		}
		Purpose purpose = Purpose.of(entry.purpose()).orElseThrow();
		String group = (purpose == Purpose.MARKETING_ANY) ? "any" : purpose.isMarketing() ? "channel" : "other";
		return this.sayMessages.text("history." + kind(entry, purpose, cameBack) + "." + group,
				this.sayMessages.purpose(purpose),
				this.sayMessages.text("choice." + entry.after()).toLowerCase(LocaleContextHolder.getLocale()));
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
			case YES -> (isNo(entry.before()) && entry.origin() != Origin.SUBJECT) ? lifted(entry) : yes(entry);
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

	private String lifted(LedgerEntry entry) {
		boolean own = entry.origin() != Origin.SUBJECT && this.ledger.before(entry).map(LedgerEntry::own).orElse(false);
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
