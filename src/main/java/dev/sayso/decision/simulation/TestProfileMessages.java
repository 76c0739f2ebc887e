package dev.sayso.decision.simulation;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldMessages;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;

@Component
class TestProfileMessages implements FieldMessages {

	private static final String ATTRIBUTE = "attributes.";

	private static final String PURPOSE = "purpose.";

	private final MessageSource messages;

	private final Attributes attributes;

	TestProfileMessages(MessageSource messages, Attributes attributes) {
		this.messages = messages;
		this.attributes = attributes;
	}

	@Override
	public String type() {
		return "made-up-person";
	}

	@Override
	public String name(String field) {
		if (field.startsWith(ATTRIBUTE)) {
			String name = field.substring(ATTRIBUTE.length());
			return this.attributes.findByName(name).map(Attribute::label).orElse(name);
		}
		return word((field.startsWith(PURPOSE) || field.equals("name")) ? field : "profile.field." + field);
	}

	@Override
	public String value(String field, String value) {
		return field.startsWith(PURPOSE) ? word("choice." + value) : value;
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
