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

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.Origin;
import dev.sayso.person.DetailsChange;
import dev.sayso.profile.history.HistoryView.Day;
import dev.sayso.profile.history.HistoryView.Row;
import dev.sayso.profile.history.ProfileHistory.Event;

/**
 * Makes the rows of the timeline from events.
 */
@Component
class HistoryRowViews {

	private static final Map<Origin, String> ICONS = Map.of(Origin.SUBJECT, "user", Origin.OPERATOR, "headset",
			Origin.IMPORT, "file-import", Origin.API, "plug", Origin.SYSTEM, "server-cog");

	private final HistoryMessages historyMessages;

	private final HistoryEvidence evidence;

	private final SayMessages sayMessages;

	private final MessageSource messages;

	HistoryRowViews(HistoryMessages historyMessages, HistoryEvidence evidence, SayMessages sayMessages,
			MessageSource messages) {
		this.historyMessages = historyMessages;
		this.evidence = evidence;
		this.sayMessages = sayMessages;
		this.messages = messages;
	}

	List<Day> days(List<Event> events) {
		Set<Instant> cameBack = HistoryMessages
			.cameBack(events.stream().map(Event::said).filter(Objects::nonNull).toList());
		Map<LocalDate, List<Row>> days = new LinkedHashMap<>();
		for (Event event : events) {
			LocalDate day = event.at().atZone(this.sayMessages.times().zone()).toLocalDate();
			days.computeIfAbsent(day, (key) -> new ArrayList<>()).add(row(event, cameBack));
		}
		return days.entrySet().stream().map((day) -> new Day(day.getKey(), day.getValue())).toList();
	}

	Row row(Event event, Set<Instant> cameBack) {
		LedgerEntry said = event.said();
		return (said != null) ? said(said, cameBack) : edited(Objects.requireNonNull(event.edited()));
	}

	private Row said(LedgerEntry entry, Set<Instant> cameBack) {
		Purpose purpose = Purpose.of(entry.purpose()).orElseThrow();
		boolean onPage = entry.origin() == Origin.SUBJECT && entry.source() != null;
		String by = this.sayMessages.by(entry.origin(), entry.own(), entry.actor().name(),
				onPage ? null : entry.source());
		return new Row("entry-" + entry.id(), entry.at(), entry.origin().key(),
				Objects.requireNonNull(ICONS.get(entry.origin())), this.historyMessages.describe(entry, cameBack),
				onPage ? entry.source() : null, choice(entry.before(), purpose), choice(entry.after(), purpose),
				this.sayMessages.quoted(by, entry.reason()), this.evidence.list(entry), this.evidence.seen(entry),
				List.of());
	}

	private Row edited(DetailsChange change) {
		String by = this.sayMessages.by(change.origin(), change.origin() == Origin.SUBJECT, change.actor(),
				change.source());
		boolean created = change.changes().stream().allMatch((field) -> field.before() == null);
		List<FieldChange> named = change.changes()
			.stream()
			.map((field) -> new FieldChange(label(field.field()), field.before(), field.after()))
			.toList();
		String fields = named.stream().map(FieldChange::field).collect(Collectors.joining(", "));
		String sentence = created ? this.sayMessages.text("history.details.created")
				: this.sayMessages.text("history.details.edited", fields);
		return new Row("edit-" + change.seq(), change.at(), change.origin().key(),
				Objects.requireNonNull(ICONS.get(change.origin())), sentence, null, null, null, by, List.of(), null,
				named);
	}

	private ChoiceView choice(@Nullable String value, Purpose purpose) {
		return ChoiceView.of(Optional.ofNullable(value).flatMap(Choice::of).orElse(null), purpose);
	}

	private String label(String field) {
		String name = field.startsWith("attributes.") ? field.substring("attributes.".length()) : field;
		return Objects.requireNonNull(
				this.messages.getMessage("profile.field." + name, new Object[0], name, this.sayMessages.locale()));
	}

}
