package dev.sayso.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Defaults;
import dev.sayso.consent.Purpose;
import dev.sayso.shared.Fold;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;

/**
 * Says a query in SQL, about the person {@code p}.
 */
@Component
class ProfileConditions {

	private final ConsentSettings settings;

	private final DetailsDrafts drafts;

	private final Attributes attributes;

	ProfileConditions(ConsentSettings settings, DetailsDrafts drafts, Attributes attributes) {
		this.settings = settings;
		this.drafts = drafts;
		this.attributes = attributes;
	}

	Conditions of(ProfileQuery query) {
		Conditions conditions = new Conditions();
		search(query.q(), conditions);
		query.filters().forEach((filter) -> add(filter, conditions));
		return conditions;
	}

	/**
	 * Every word has to be part of a name or an address, in any order; or the whole is a
	 * number or an id.
	 */
	private void search(String q, Conditions conditions) {
		List<String> words = Arrays.stream(Fold.text(q).split(" ")).filter((word) -> !word.isEmpty()).toList();
		if (words.isEmpty()) {
			return;
		}
		List<String> ways = new ArrayList<>();
		ways.add(words.stream()
			.limit(8)
			.map((word) -> contains(word, conditions))
			.collect(Collectors.joining(" and ", "(", ")")));
		String digits = q.replaceAll("[\\s()./+-]", "").replaceFirst("^0+", "");
		String number = Phones.e164(q, this.drafts.region());
		if (number != null) {
			ways.add(contains(number, conditions));
		}
		if (digits.matches("\\d{4,}")) {
			ways.add(contains(digits, conditions));
		}
		Ids.parse(q).ifPresent((id) -> ways.add("p.id = " + conditions.bind(id)));
		conditions.addAny(ways);
	}

	private static String contains(String part, Conditions conditions) {
		String pattern = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		return "p.search_text like " + conditions.bind("%" + pattern + "%");
	}

	private void add(ProfileQuery.Filter filter, Conditions conditions) {
		conditions.addAny(filter.values().stream().map((value) -> one(filter, value, conditions)).toList());
	}

	private String one(ProfileQuery.Filter filter, String value, Conditions conditions) {
		return switch (FilterKind.of(filter.name()).orElseThrow()) {
			case CHANNEL -> new ReachCondition(filter.channel().orElseThrow(), this.settings.defaults())
				.sql(Reach.of(value).orElseThrow());
			case PERSONALIZATION -> personalization(value.equals("yes"));
			case COUNTRY -> "p.country = " + conditions.bind(value);
			case LANGUAGE ->
				"p.language = " + conditions.bind(value) + " or p.language like " + conditions.bind(value + "-%");
			case ORIGIN -> origin(value, conditions);
			case ATTRIBUTE -> attribute(filter.attribute(), value, conditions);
		};
	}

	private String personalization(boolean yes) {
		Defaults defaults = this.settings.defaults();
		boolean allows = defaults.choice(Purpose.PERSONALIZE_CONTENT).allows(Purpose.PERSONALIZE_CONTENT);
		String differs = allows ? "not in ('y', 'dy', 'LI', 'u')" : "in ('y', 'dy', 'LI')";
		return ((yes == allows) ? "not " : "") + "exists (select 1 from consent c where c.profile_id = p.id"
				+ " and c.purpose = '" + Purpose.PERSONALIZE_CONTENT.key() + "' and c.choice " + differs + ")";
	}

	private static String origin(String value, Conditions conditions) {
		int colon = value.indexOf(':');
		String channel = value.substring(0, Math.max(0, colon));
		String purposes = Arrays.stream(Purpose.values())
			.filter(Purpose::isMarketing)
			.filter((purpose) -> channel.isEmpty() || purpose.channel().map(Channel::key).orElse("any").equals(channel))
			.map((purpose) -> "'" + purpose.key() + "'")
			.collect(Collectors.joining(", "));
		return "exists (select 1 from consent c where c.profile_id = p.id and c.purpose in (" + purposes
				+ ") and c.choice = 'n' and c.origin = " + conditions.bind(value.substring(colon + 1)) + ")";
	}

	private String attribute(String name, String value, Conditions conditions) {
		Attribute attribute = this.attributes.findByName(name).orElse(null);
		Object typed = (attribute != null) ? attribute.parse(value) : null;
		if (attribute == null || typed == null) {
			return "1 = 0";
		}
		String column = switch (attribute.type()) {
			case TEXT, ONE_OF -> "text_key";
			case NUMBER -> "number_value";
			case DATE -> "date_value";
			case BOOLEAN -> "boolean_value";
		};
		return "exists (select 1 from profile_attribute a where a.profile_id = p.id and a.attribute_id = "
				+ conditions.bind(attribute.id()) + " and a." + column + " = "
				+ conditions.bind((typed instanceof String text) ? Fold.key(text) : typed) + ")";
	}

}
