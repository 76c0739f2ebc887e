package dev.sayso.account;

import java.util.Set;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldMessages;

/**
 * Says what was changed about a view: its list by the name that the navigation has for
 * it.
 */
@Component
class SavedViewFields implements FieldMessages {

	private final MessageSourceAccessor messages;

	SavedViewFields(MessageSourceAccessor messages) {
		this.messages = messages;
	}

	@Override
	public Set<String> types() {
		return Set.of(SavedView.TYPE);
	}

	@Override
	public String name(String field) {
		return this.messages.getMessage(field.equals("name") ? "name" : "audit.field.saved_view." + field, field);
	}

	@Override
	public String value(String field, String value) {
		return switch (field) {
			case "list" -> this.messages.getMessage("nav." + value, value);
			case "shared" -> this.messages.getMessage(value.equals("true") ? "yes" : "no", value);
			default -> value;
		};
	}

}
