package dev.sayso.consent;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.person.Origin;
import dev.sayso.shared.TimeFormat;

/**
 * Says in the reader's language since when something is said, where, by whom and why.
 */
@Component
public class SayMessages {

	private final MessageSourceAccessor messages;

	private final TimeFormat times;

	SayMessages(MessageSourceAccessor messages, TimeFormat times) {
		this.messages = messages;
		this.times = times;
	}

	/** Such as "since 3 March 2026, on page Preferences v3, by the person themself". */
	public String since(Consent consent) {
		return text("say.since", this.times.day(consent.since()), by(consent));
	}

	/** Where, by whom and, in quotation marks, why. */
	public String by(Consent consent) {
		return quoted(by(consent.origin(), consent.own(), consent.actor(), consent.source()), consent.reason());
	}

	/** The same of a pause. */
	public String by(Pause pause) {
		return quoted(by(pause.origin(), pause.own(), pause.actor(), pause.source()), pause.reason());
	}

	public String by(Origin origin, boolean own, String actor, @Nullable String source) {
		return switch (origin) {
			case SUBJECT -> subject(own, source);
			case OPERATOR -> text("say.by.operator", actor);
			case IMPORT -> (source != null) ? text("say.by.import", source) : text("say.by.import.unnamed");
			case API -> text("say.by.api", actor);
			case SYSTEM -> text("say.by.system");
		};
	}

	public String quoted(String sentence, @Nullable String reason) {
		return (reason != null) ? text("say.quoted", sentence, reason) : sentence;
	}

	/** A purpose as it stands in a sentence: "e-mail", "any channel". */
	public String purpose(Purpose purpose) {
		return text("purpose.in." + purpose.key());
	}

	public String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments);
	}

	public TimeFormat times() {
		return this.times;
	}

	private String subject(boolean own, @Nullable String source) {
		String who = own ? "own" : "visitor";
		if (source == null) {
			return text("say.by." + who);
		}
		return text("say.by." + who + (SourceMessage.isMessage(source) ? ".message" : ".page"), source);
	}

}
