package dev.sayso.offer.placement;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

import dev.sayso.audit.FieldMessages;

/**
 * Says what was changed about a placement, a collection or a qualifier in the reader's
 * language.
 */
public record CatalogueMessages(String type, MessageSource messages) implements FieldMessages {

	@Override
	public String name(String field) {
		return message(this.type + ".field." + field);
	}

	@Override
	public String value(String field, String value) {
		return switch (field) {
			case "surface" -> message("surface." + value);
			case "contentType" -> message("content-type." + value);
			case "match" -> message("collection.match." + value);
			default -> value;
		};
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
