package dev.sayso.offer.collection;

import java.util.Set;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldMessages;

@Component
record CatalogueMessages(MessageSourceAccessor messages) implements FieldMessages {

	@Override
	public Set<String> types() {
		return Set.of("placement", "collection", "qualifier");
	}

	@Override
	public String name(String field) {
		return this.messages.getMessage("catalogue.field." + field);
	}

	@Override
	public String value(String field, String value) {
		return switch (field) {
			case "surface" -> this.messages.getMessage("surface." + value);
			case "contentType" -> this.messages.getMessage("content-type." + value);
			case "match" -> this.messages.getMessage("collection.match." + value);
			default -> value;
		};
	}

}
