package dev.sayso.profile.list;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.CodeNames;

/**
 * Says a filter in words: <em>E-mail is: Do not contact or Waiting</em>.
 */
@Component
public class ProfileFilterMessages {

	private static final int FAULTS = 5;

	private final MessageSource messages;

	private final Attributes attributes;

	private final ConditionSentences sentences;

	ProfileFilterMessages(MessageSource messages, Attributes attributes, ConditionSentences sentences) {
		this.sentences = sentences;
		this.messages = messages;
		this.attributes = attributes;
	}

	String subject(ProfileQuery.Filter filter) {
		String subject = switch (filter.kind()) {
			case CONDITION -> "";
			case CHANNEL -> word("channel." + filter.name());
			case ATTRIBUTE ->
				this.attributes.findByName(filter.attribute()).map(Attribute::label).orElse(filter.attribute());
			default -> word("profile.filter." + filter.name());
		};
		return subject.isEmpty() ? "" : word("profile.filter.is", subject);
	}

	String values(ProfileQuery.Filter filter) {
		return filter.values()
			.stream()
			.map((value) -> value(filter, value))
			.collect(Collectors.joining(" " + word("or") + " "));
	}

	private String value(ProfileQuery.Filter filter, String value) {
		CodeNames codes = CodeNames.in(LocaleContextHolder.getLocale());
		return switch (filter.kind()) {
			case CHANNEL -> word("profile.reach." + value);
			case PERSONALIZATION -> word("profile.personalization." + value);
			case COUNTRY -> codes.country(value);
			case LANGUAGE -> codes.language(value);
			case ORIGIN -> origin(value);
			case ATTRIBUTE -> switch (value) {
				case "true" -> word("yes");
				case "false" -> word("no");
				default -> value;
			};
			case CONDITION -> condition(value);
		};
	}

	private String condition(String json) {
		try {
			return this.sentences.plain(ConditionJson.parse(json), LocaleContextHolder.getLocale());
		}
		catch (InvalidConditionException bad) {
			return word("profile.filter.condition.unreadable");
		}
	}

	/**
	 * What is wrong with a condition, some of it where it is much.
	 */
	List<String> faults(InvalidConditionException bad) {
		return bad.faults().stream().limit(FAULTS).map((fault) -> word(fault.key(), fault.args())).toList();
	}

	private String origin(String value) {
		int colon = value.indexOf(':');
		String origin = word("origin." + value.substring(colon + 1));
		return (colon < 0) ? origin
				: word("profile.filter.origin.channel", origin, word("channel." + value.substring(0, colon)));
	}

	String word(String code, Object... args) {
		Locale reader = LocaleContextHolder.getLocale();
		return this.messages.getMessage(code, args, code, reader);
	}

}
