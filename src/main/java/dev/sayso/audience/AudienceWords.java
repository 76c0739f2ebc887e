package dev.sayso.audience;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldMessages;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.InvalidConditionException;

/**
 * Says what was changed about an audience in the reader's language; a condition is read
 * aloud.
 */
@Component
class AudienceWords implements FieldMessages {

	private final MessageSource messages;

	private final ConditionSentences aloud;

	AudienceWords(MessageSource messages, ConditionSentences aloud) {
		this.messages = messages;
		this.aloud = aloud;
	}

	@Override
	public String type() {
		return "audience";
	}

	@Override
	public String name(String field) {
		return this.messages.getMessage("audience.field." + field, null, LocaleContextHolder.getLocale());
	}

	@Override
	public String value(String field, String value) {
		if (!field.equals("condition")) {
			return value;
		}
		try {
			return this.aloud.plain(ConditionJson.parse(value), LocaleContextHolder.getLocale());
		}
		catch (InvalidConditionException ex) {
			return value;
		}
	}

}
