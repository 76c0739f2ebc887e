package dev.sayso.profile.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Purpose;
import dev.sayso.person.Attributes;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.SearchTerms;
import dev.sayso.shared.Channel;
import dev.sayso.shared.TextNormalizer;

/**
 * Turns the search and the filters of the list into conditions, so that a list can become
 * an audience.
 */
@Component
class ProfileFilterConditions {

	/** The longest text a comparison takes that is not exact. */
	private static final int LONGEST = 200;

	private final DetailsDrafts drafts;

	private final Attributes attributes;

	ProfileFilterConditions(DetailsDrafts drafts, Attributes attributes) {
		this.drafts = drafts;
		this.attributes = attributes;
	}

	Condition.Group create(ProfileQuery query) {
		List<Condition> all = new ArrayList<>();
		Stream.concat(Stream.of(search(query.q())), query.filters().stream().map(this::create))
			.forEach((part) -> all
				.addAll((part instanceof Condition.Group group && group.of() == Condition.Quantifier.ALL)
						? group.conditions() : List.of(part)));
		return new Condition.Group(Condition.Quantifier.ALL, all);
	}

	/**
	 * What was typed into the search: every word has to be part of a name or an address,
	 * in any order; or the whole is a number.
	 */
	Condition search(String q) {
		SearchTerms terms = SearchTerms.of(q, this.drafts.region());
		Condition words = Condition
			.all(terms.words().stream().map((spellings) -> anyOf(contain(spellings))).toArray(Condition[]::new));
		List<Condition> numbers = contain(terms.numbers());
		return numbers.isEmpty() ? words : new Condition.Group(Condition.Quantifier.ANY,
				Stream.concat(Stream.of(words), numbers.stream()).toList());
	}

	/** The condition that one of some holds. */
	static Condition anyOf(List<Condition> some) {
		return (some.size() == 1) ? some.get(0) : new Condition.Group(Condition.Quantifier.ANY, some);
	}

	private static List<Condition> contain(List<String> parts) {
		return parts.stream().<Condition>map((part) -> new Comparison("search", Operator.CONTAINS, part)).toList();
	}

	Condition create(ProfileQuery.Filter filter) {
		return anyOf(each(filter).toList());
	}

	/** A filter's values, one of which has to hold. */
	Stream<Condition> each(ProfileQuery.Filter filter) {
		return filter.values().stream().map((value) -> condition(filter, value));
	}

	private Condition condition(ProfileQuery.Filter filter, String value) {
		return switch (filter.kind()) {
			case CHANNEL -> reach(filter.name(), value);
			case PERSONALIZATION -> personalization(value);
			case COUNTRY -> is("country", value);
			case LANGUAGE -> new Comparison("language", Operator.IS, List.of(value), value.contains("-"));
			case ORIGIN -> origin(value);
			case ATTRIBUTE -> is(filter.name(), typed(filter, value));
			case CONDITION -> ConditionJson.parse(value);
		};
	}

	private static Condition reach(String channel, String value) {
		return value.equals(ProfileFilter.UNSAID) ? Condition.all(unsaid(Purpose.MARKETING_ANY),
				unsaid(Purpose.marketing(Channel.of(channel).orElseThrow()))) : is("reach." + channel, value);
	}

	private static Condition personalization(String value) {
		Purpose purpose = Purpose.PERSONALIZE_CONTENT;
		return value.equals(ProfileFilter.UNSAID) ? unsaid(purpose)
				: Condition.all(is("consents." + purpose.key(), value.equals("yes")),
						new Comparison("choice." + purpose.key(), Operator.IS_SET));
	}

	private static Condition unsaid(Purpose purpose) {
		return new Comparison("choice." + purpose.key(), Operator.IS_NOT_SET);
	}

	private static Condition origin(String value) {
		int colon = value.indexOf(':');
		return is((colon < 0) ? "optOutOrigin" : "optOutOrigin.marketing." + value.substring(0, colon),
				value.substring(colon + 1));
	}

	/**
	 * The value as its attribute is compared; what is none stays the text it is, which
	 * the attribute does not take.
	 */
	private Object typed(ProfileQuery.Filter filter, String value) {
		Object typed = this.attributes.findByName(filter.attribute())
			.map((attribute) -> attribute.parse(value))
			.orElse(value);
		return (typed instanceof BigDecimal || typed instanceof Boolean) ? typed : text(typed.toString());
	}

	/** A text as its fact takes it: a longer one is the same where its key is. */
	private static String text(String value) {
		return (value.length() <= LONGEST) ? value : TextNormalizer.key(value);
	}

	private static Condition is(String fact, Object value) {
		return new Comparison(fact, Operator.IS, value);
	}

}
