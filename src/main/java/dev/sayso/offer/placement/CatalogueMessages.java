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
		return word(this.type + ".field." + field);
	}

	@Override
	public String value(String field, String value) {
		return switch (field) {
			case "surface" -> word("surface." + value);
			case "contentType" -> word("content-type." + value);
			case "match" -> word("collection.match." + value);
			default -> value;
		};
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
