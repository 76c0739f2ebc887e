package dev.sayso.decision.simulation;

import java.util.Set;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldMessages;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;

@Component
class TestProfileMessages implements FieldMessages {

	private static final String ATTRIBUTE = "attributes.";

	private static final String PURPOSE = "purpose.";

	private final MessageSourceAccessor messages;

	private final Attributes attributes;

	TestProfileMessages(MessageSourceAccessor messages, Attributes attributes) {
		this.messages = messages;
		this.attributes = attributes;
	}

	@Override
	public Set<String> types() {
		return Set.of("made-up-person");
	}

	@Override
	public String name(String field) {
		if (field.startsWith(ATTRIBUTE)) {
			String name = field.substring(ATTRIBUTE.length());
			return this.attributes.findByName(name).map(Attribute::label).orElse(name);
		}
		return this.messages
			.getMessage((field.startsWith(PURPOSE) || field.equals("name")) ? field : "profile.field." + field);
	}

	@Override
	public String value(String field, String value) {
		return field.startsWith(PURPOSE) ? this.messages.getMessage("choice." + value) : value;
	}

}
