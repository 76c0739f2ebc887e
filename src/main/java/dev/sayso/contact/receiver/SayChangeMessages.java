package dev.sayso.contact.receiver;

import java.util.List;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ledger.LedgerSubject;
import dev.sayso.contact.feed.ChangeKind;
import dev.sayso.contact.feed.SayChange;

/**
 * Says what changed, as people read it.
 */
@Component
public class SayChangeMessages {

	private final List<LedgerSubject> subjects;

	private final MessageSourceAccessor messages;

	SayChangeMessages(List<LedgerSubject> subjects, MessageSourceAccessor messages) {
		this.subjects = subjects;
		this.messages = messages;
	}

	/** What it is about. */
	public String subject(SayChange change) {
		String purpose = change.purpose();
		if (purpose == null) {
			return this.messages.getMessage("receiver.erasure");
		}
		return LedgerSubject.find(this.subjects, purpose)
			.map((subject) -> subject.name(purpose))
			.orElseGet(() -> this.messages.getMessage("purpose." + purpose, purpose));
	}

	/** What it came to; empty of an erasure. */
	public String after(SayChange change) {
		String purpose = change.purpose();
		String after = change.after();
		if (purpose == null || after == null) {
			return "";
		}
		if (change.kind() == ChangeKind.CONSENT) {
			return this.messages.getMessage("choice." + after, after);
		}
		return LedgerSubject.find(this.subjects, purpose)
			.map((subject) -> this.messages.getMessage(subject.view(after).text(), after))
			.orElse(after);
	}

}
