package dev.sayso.consent.receipt;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerSubject;
import dev.sayso.consent.receipt.ReceiptView.Chip;

/**
 * What purposes and what was said about them are called: those of consents, and those
 * that other rooms record.
 */
@Component
class ReceiptPurposes {

	private final MessageSource messages;

	private final List<LedgerSubject> subjects;

	ReceiptPurposes(MessageSource messages, List<LedgerSubject> subjects) {
		this.messages = messages;
		this.subjects = subjects;
	}

	/**
	 * @param otherwise what it is called where nobody knows it any more
	 */
	String name(String purpose, String otherwise, Locale reader) {
		return subject(purpose).map((subject) -> subject.name(purpose, reader))
			.orElseGet(() -> Objects
				.requireNonNull(this.messages.getMessage("purpose." + purpose, null, otherwise, reader)));
	}

	/**
	 * @param state null where nothing had been said
	 */
	Chip chip(String purpose, @Nullable String state, Locale reader) {
		ChoiceView view = subject(purpose).map((subject) -> subject.view(state))
			.orElseGet(() -> ChoiceView.of(Optional.ofNullable(state).flatMap(Choice::of).orElse(null),
					Purpose.of(purpose).orElse(Purpose.MARKETING_ANY)));
		return new Chip(view.look(), view.icon(), this.messages.getMessage(view.text(), null, reader));
	}

	private Optional<LedgerSubject> subject(String purpose) {
		return LedgerSubject.find(this.subjects, purpose);
	}

}
