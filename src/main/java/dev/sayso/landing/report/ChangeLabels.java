package dev.sayso.landing.report;

import java.util.List;
import java.util.Optional;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerSubject;

/**
 * Says what entries of the ledger are about and how what they say looks, of whatever room
 * they are.
 */
@Component
public class ChangeLabels {

	private final List<LedgerSubject> subjects;

	private final MessageSourceAccessor messages;

	ChangeLabels(List<LedgerSubject> subjects, MessageSourceAccessor messages) {
		this.subjects = subjects;
		this.messages = messages;
	}

	public String name(String purpose) {
		return subject(purpose).map((subject) -> subject.name(purpose, LocaleContextHolder.getLocale()))
			.orElseGet(() -> this.messages.getMessage("purpose." + purpose));
	}

	/** The same in a word or two: contact by a channel is called by the channel. */
	String shortName(String purpose) {
		return Purpose.of(purpose).filter(Purpose::isMarketing).isPresent()
				? this.messages.getMessage("channel." + purpose.replace("marketing.", "")) : name(purpose);
	}

	/**
	 * @param state what was said then, as the ledger writes it
	 */
	public ChoiceView choice(String purpose, String state) {
		return subject(purpose).map((subject) -> subject.view(state))
			.orElseGet(() -> ChoiceView.of(Choice.of(state).orElse(null), Purpose.of(purpose).orElseThrow()));
	}

	private Optional<LedgerSubject> subject(String purpose) {
		return LedgerSubject.find(this.subjects, purpose);
	}

}
