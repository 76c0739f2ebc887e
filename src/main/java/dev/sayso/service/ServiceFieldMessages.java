package dev.sayso.service;

import java.util.Locale;
import java.util.Set;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldMessages;

/**
 * Says what changed of a service, in the words of its form.
 */
@Component
class ServiceFieldMessages implements FieldMessages {

	private final MessageSourceAccessor messages;

	ServiceFieldMessages(MessageSourceAccessor messages) {
		this.messages = messages;
	}

	@Override
	public Set<String> types() {
		return Set.of(Service.TYPE);
	}

	@Override
	public String name(String field) {
		int dot = field.indexOf('.');
		if (dot > 0) {
			String language = Locale.forLanguageTag(field.substring(dot + 1))
				.getDisplayLanguage(LocaleContextHolder.getLocale());
			return this.messages.getMessage("service." + field.substring(0, dot) + ".in", new Object[] { language },
					field);
		}
		return this.messages.getMessage("audit.field.service." + field, field);
	}

	@Override
	public String value(String field, String value) {
		return switch (field) {
			case "channel" -> this.messages.getMessage("channel." + value, value);
			case "validity" -> this.messages.getMessage("service.validity.kind." + value, value);
			case "confirmation" -> this.messages.getMessage("service.confirmation." + value, value);
			case "closed" -> this.messages.getMessage("yes");
			default -> value;
		};
	}

}
