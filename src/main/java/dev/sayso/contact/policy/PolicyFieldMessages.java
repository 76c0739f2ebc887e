package dev.sayso.contact.policy;

import java.util.Set;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldMessages;

/**
 * The fields of policies in the reader's language, their conditions as sentences.
 */
@Component
class PolicyFieldMessages implements FieldMessages {

	private final MessageSourceAccessor messages;

	private final PolicySentences sentences;

	PolicyFieldMessages(MessageSourceAccessor messages, PolicySentences sentences) {
		this.messages = messages;
		this.sentences = sentences;
	}

	@Override
	public Set<String> types() {
		return Set.of(ConsentPolicy.TYPE);
	}

	@Override
	public String name(String field) {
		return this.messages.getMessage("policy.field." + field);
	}

	@Override
	public String value(String field, String value) {
		return switch (field) {
			case "when" -> this.sentences.plain(value, false);
			case "only" -> this.sentences.plain(value, true);
			default -> value;
		};
	}

}
