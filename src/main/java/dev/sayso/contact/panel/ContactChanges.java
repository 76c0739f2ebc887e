package dev.sayso.contact.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerSubject;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatus.Sharer;
import dev.sayso.contact.panel.ContactPanelView.Change;
import dev.sayso.shared.ProfileId;

/**
 * Tells the changes that bear on contact, each with a link to how things stood after it.
 */
@Component
class ContactChanges {

	private final List<LedgerSubject> subjects;

	private final SayMessages messages;

	ContactChanges(List<LedgerSubject> subjects, SayMessages messages) {
		this.subjects = subjects;
		this.messages = messages;
	}

	/**
	 * Newest first; the instant shown is marked, where nothing changed at it with a row
	 * of its own.
	 */
	List<Change> list(ContactPast.Past past, ContactStatus current, ContactPanelQuery query, String path) {
		Map<ProfileId, String> others = current.sharers()
			.stream()
			.collect(Collectors.toMap(Sharer::profile, Sharer::name));
		Instant at = query.at();
		List<Change> changes = new ArrayList<>();
		boolean chosen = at == null;
		for (LedgerEntry entry : past.entries()) {
			if (!chosen && !entry.at().isAfter(at)) {
				chosen = true;
				if (!entry.at().equals(at)) {
					changes.add(Change.chosen(at, query.href(path)));
				}
			}
			changes.add(
					change(entry, others.get(entry.profile()), query.at(entry.at()).href(path), entry.at().equals(at)));
		}
		if (!chosen) {
			changes.add(Change.chosen(at, query.href(path)));
		}
		return changes;
	}

	private Change change(LedgerEntry entry, @Nullable String other, String href, boolean current) {
		String text = text(entry);
		return new Change(entry.at(), href, current,
				(other != null) ? this.messages.text("contact.change.sharer", text, other) : text,
				view(entry, entry.before()), view(entry, entry.after()),
				this.messages.by(entry.origin(), entry.own(), entry.actor().name(), entry.source()));
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
