package dev.sayso.contact.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import dev.sayso.condition.Fact;
import dev.sayso.condition.FactSource;
import dev.sayso.condition.FactSql;
import dev.sayso.condition.FactType;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;

/**
 * The choices that a policy requires: what holds for a purpose under the order of
 * precedence, the default included, or for the channel that is asked about.
 */
class RequiredChoiceFacts implements FactSource {

	/** What the names of all begin with, before the key of the purpose. */
	static final String PREFIX = "required.";

	/** The choice for whatever channel is asked about. */
	static final String THAT_CHANNEL = PREFIX + "channel";

	private final Supplier<ConsentDefaults> defaults;

	private final MessageSource messages;

	RequiredChoiceFacts(Supplier<ConsentDefaults> defaults, MessageSource messages) {
		this.defaults = defaults;
		this.messages = messages;
	}

	@Override
	public String title() {
		return "policy.facts.choices";
	}

	@Override
	public Stream<Fact> facts() {
		ConsentDefaults standing = this.defaults.get();
		return Stream.concat(Stream.of(thatChannel()),
				Arrays.stream(Purpose.values()).map((purpose) -> choice(purpose, standing)));
	}

	/** Stands for a purpose that is put in its place before anybody is asked. */
	private Fact thatChannel() {
		return Fact
			.total(THAT_CHANNEL, FactType.CODE, new DefaultMessageSourceResolvable("policy.fact.channel"), "required",
					Say.class, (person) -> null, (test, values) -> "1 = 0")
			.oneOf(this::options);
	}

	private Fact choice(Purpose purpose, ConsentDefaults standing) {
		MessageSourceResolvable label = new DefaultMessageSourceResolvable(new String[] { "policy.fact.choice" },
				new Object[] { new DefaultMessageSourceResolvable("purpose.of." + purpose.key()) });
		FactSql sql = (test, values) -> sql(purpose, standing, (choice) -> test.passes(choice.value()));
		return Fact
			.total(PREFIX + purpose.key(), FactType.CODE, label, "required", Say.class,
					(person) -> value(person, purpose), sql)
			.oneOf(this::options);
	}

	private static @Nullable String value(PersonFacts person, Purpose purpose) {
		Choice choice = person.part(Say.class).effective(purpose, person.part(ConsentDefaults.class)).choice();
		return (choice != Choice.UNKNOWN) ? choice.value() : null;
	}

	private List<Fact.Option> options(Locale reader) {
		return Arrays.stream(Choice.values())
			.filter((choice) -> choice != Choice.UNKNOWN)
			.map((choice) -> new Fact.Option(choice.value(),
					this.messages.getMessage("choice." + choice.value(), null, reader)))
			.toList();
	}

	/**
	 * What holds for a purpose is one of some choices. It is made of what exists and what
	 * does not, which a planner turns into joins.
	 */
	private static String sql(Purpose purpose, ConsentDefaults standing, Predicate<Choice> wanted) {
		Set<Choice> some = Arrays.stream(Choice.values())
			.filter((choice) -> choice != Choice.UNKNOWN && wanted.test(choice))
			.collect(Collectors.toSet());
		if (some.size() == Choice.values().length - 1 && standing.choice(purpose) != Choice.UNKNOWN) {
			return "1 = 1";
		}
		boolean byDefault = some.contains(standing.choice(purpose));
		List<String> ways = new ArrayList<>();
		if (purpose.channel().isEmpty()) {
			if (byDefault) {
				return "not " + row(purpose, refused(some));
			}
			return row(purpose, in(some));
		}
		String noneOfAny = "not " + row(Purpose.MARKETING_ANY, "= 'n'");
		ways.add(row(purpose, in(some)));
		ways.add(row(Purpose.MARKETING_ANY, in(some)) + " and not " + row(purpose, "<> 'u'"));
		if (byDefault) {
			ways.add("not " + row(purpose, "<> 'u'") + " and not " + row(Purpose.MARKETING_ANY, "<> 'u'"));
		}
		String said = noneOfAny + " and (" + String.join(" or ", ways) + ")";
		return some.contains(Choice.NO) ? "(" + row(Purpose.MARKETING_ANY, "= 'n'") + " or " + said + ")" : said;
	}

	/** What was said, and is none of these. */
	private static String refused(Set<Choice> wanted) {
		return in(Arrays.stream(Choice.values())
			.filter((choice) -> choice != Choice.UNKNOWN && !wanted.contains(choice))
			.collect(Collectors.toSet()));
	}

	private static String in(Set<Choice> choices) {
		return choices.isEmpty() ? "in ('')"
				: choices.stream().map(Choice::value).sorted().collect(Collectors.joining("', '", "in ('", "')"));
	}

	private static String row(Purpose purpose, String choice) {
		return "exists (select 1 from consent c where c.profile_id = p.id and c.purpose = '" + purpose.key()
				+ "' and c.choice " + choice + ")";
	}

}
