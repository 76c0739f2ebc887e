package dev.sayso.profile.list;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.CodeNames;

/**
 * Writes a filter out: <em>E-mail is: Do not contact or Waiting</em>.
 */
@Component
class ProfileFilterMessages {

	private static final int FAULTS = 5;

	private final MessageSourceAccessor messages;

	private final Attributes attributes;

	private final ConditionSentences sentences;

	ProfileFilterMessages(MessageSourceAccessor messages, Attributes attributes, ConditionSentences sentences) {
		this.sentences = sentences;
		this.messages = messages;
		this.attributes = attributes;
	}

	String subject(ProfileQuery.Filter filter) {
		String subject = switch (filter.kind()) {
			case CONDITION -> "";
			case CHANNEL -> text("channel." + filter.name());
			case ATTRIBUTE ->
				this.attributes.findByName(filter.attribute()).map(Attribute::label).orElse(filter.attribute());
			default -> text("profile.filter." + filter.name());
		};
		return subject.isEmpty() ? "" : text("profile.filter.is", subject);
	}

	String values(ProfileQuery.Filter filter) {
		return filter.values()
			.stream()
			.map((value) -> value(filter, value))
			.collect(Collectors.joining(" " + text("or") + " "));
	}

	private String value(ProfileQuery.Filter filter, String value) {
		CodeNames names = CodeNames.in(LocaleContextHolder.getLocale());
		return switch (filter.kind()) {
			case CHANNEL -> text("profile.reach." + value);
			case PERSONALIZATION -> text("profile.personalization." + value);
			case COUNTRY -> names.country(value);
			case LANGUAGE -> names.language(value);
			case ORIGIN -> origin(value);
			case ATTRIBUTE -> switch (value) {
				case "true" -> text("yes");
				case "false" -> text("no");
				default -> value;
			};
			case CONDITION -> this.sentences.plain(value, text("profile.filter.condition.unreadable"));
		};
	}

	/**
	 * What is wrong with filters whose values cannot be read as their attribute's, so
	 * that nobody has them, by the name of the parameter.
	 */
	Map<String, ProfileListView.Unread> unread(ProfileQuery query) {
		Map<String, ProfileListView.Unread> unread = new TreeMap<>();
		query.filters()
			.stream()
			.filter((filter) -> filter.kind() == ProfileFilter.ATTRIBUTE)
			.forEach((filter) -> this.attributes.findByName(filter.attribute())
				.ifPresent((attribute) -> filter.values()
					.stream()
					.filter((value) -> attribute.parse(value) == null)
					.findFirst()
					.ifPresent((value) -> unread.put(filter.name(), new ProfileListView.Unread(value,
							text("profile.filter.unread." + attribute.type().name(), value))))));
		return unread;
	}

	/** What is wrong with a condition, some of it where it is much. */
	List<String> faults(InvalidConditionException bad) {
		return bad.faults().stream().limit(FAULTS).map((fault) -> text(fault.key(), fault.args())).toList();
	}

	private String origin(String value) {
		int colon = value.indexOf(':');
		String origin = text("origin." + value.substring(colon + 1));
		return (colon < 0) ? origin
				: text("profile.filter.origin.channel", origin, text("channel." + value.substring(0, colon)));
	}

	String text(String code, Object... args) {
		return this.messages.getMessage(code, args, code);
	}

}
