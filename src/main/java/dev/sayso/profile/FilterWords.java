package dev.sayso.profile;

import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says a filter in words: <em>E-mail is: Do not contact or Waiting</em>.
 */
@Component
class FilterWords {

	private final MessageSource messages;

	private final Attributes attributes;

	FilterWords(MessageSource messages, Attributes attributes) {
		this.messages = messages;
		this.attributes = attributes;
	}

	String subject(ProfileQuery.Filter filter) {
		String subject = switch (FilterKind.of(filter.name()).orElseThrow()) {
			case CHANNEL -> word("channel." + filter.name());
			case ATTRIBUTE ->
				this.attributes.findByName(filter.attribute()).map(Attribute::label).orElse(filter.attribute());
			default -> word("profile.filter." + filter.name());
		};
		return word("profile.filter.is", subject);
	}

	String values(ProfileQuery.Filter filter) {
		return filter.values()
			.stream()
			.map((value) -> value(filter, value))
			.collect(Collectors.joining(" " + word("or") + " "));
	}

	private String value(ProfileQuery.Filter filter, String value) {
		Codes codes = Codes.in(LocaleContextHolder.getLocale());
		return switch (FilterKind.of(filter.name()).orElseThrow()) {
			case CHANNEL -> word(Reach.of(value).orElseThrow().label());
			case PERSONALIZATION -> word("profile.personalization." + value);
			case COUNTRY -> codes.country(value);
			case LANGUAGE -> codes.language(value);
			case ORIGIN -> origin(value);
			case ATTRIBUTE -> switch (value) {
				case "true" -> word("yes");
				case "false" -> word("no");
				default -> value;
			};
		};
	}

	private String origin(String value) {
		int colon = value.indexOf(':');
		String origin = word("origin." + value.substring(colon + 1));
		return (colon < 0) ? origin
				: word("profile.filter.origin.channel", origin, word("channel." + value.substring(0, colon)));
	}

	private String word(String code, Object... args) {
		Locale reader = LocaleContextHolder.getLocale();
		return this.messages.getMessage(code, args, code, reader);
	}

}
