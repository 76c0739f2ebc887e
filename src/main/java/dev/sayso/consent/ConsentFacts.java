package dev.sayso.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Fact;
import dev.sayso.condition.FactColumn;
import dev.sayso.condition.FactSource;
import dev.sayso.condition.FactSql;
import dev.sayso.condition.FactType;
import dev.sayso.condition.MultiValue;
import dev.sayso.condition.PersonFacts;
import dev.sayso.person.Origin;

/**
 * What people said, as facts: what they consent to after precedence and default, their
 * own word, and whose word and when where it is a no.
 */
@Component
@Order(20)
class ConsentFacts implements FactSource {

	/** The word of a person for one purpose, or for all contact. */
	private static final String OPT_OUT = "optOut";

	private static final String PAUSED_UNTIL = "pausedUntil";

	private final ConsentSettings settings;

	private final MessageSource messages;

	ConsentFacts(ConsentSettings settings, MessageSource messages) {
		this.settings = settings;
		this.messages = messages;
	}

	@Override
	public String title() {
		return "fact.group.consent";
	}

	@Override
	public Stream<Fact> offered() {
		return facts().filter(this::isOffered);
	}

	private boolean isOffered(Fact fact) {
		String purpose = fact.name().substring(fact.name().indexOf('.') + 1);
		return Purpose.of(purpose)
			.flatMap(Purpose::channel)
			.map((channel) -> this.settings.channelsInUse().contains(channel))
			.orElse(true);
	}

	@Override
	public Stream<Fact> facts() {
		ConsentDefaults defaults = this.settings.defaults();
		Stream<Fact> effective = purposes().filter((purpose) -> purpose != Purpose.MARKETING_ANY)
			.map((purpose) -> consentsTo(purpose, defaults));
		Stream<Fact> whole = Stream.of(origin("", label(OPT_OUT + "Origin.all"), Purpose::isMarketing),
				date("", label(OPT_OUT + "Date.all"), Purpose::isMarketing));
		Stream<Fact> each = purposes().flatMap((purpose) -> Stream.of(choice(purpose),
				origin("." + purpose.key(), label(OPT_OUT + "Origin", purpose), purpose::equals),
				date("." + purpose.key(), label(OPT_OUT + "Date", purpose), purpose::equals)));
		Stream<Fact> pauses = Stream.concat(
				Stream.of(pausedUntil("", label(PAUSED_UNTIL + ".all"), Purpose::isMarketing)),
				purposes().filter(Purpose::isMarketing)
					.map((purpose) -> pausedUntil("." + purpose.key(), label(PAUSED_UNTIL, purpose), purpose::equals)));
		return Stream.of(effective, whole, each, pauses).flatMap(Function.identity());
	}

	private static Stream<Purpose> purposes() {
		return Arrays.stream(Purpose.values());
	}

	private Fact consentsTo(Purpose purpose, ConsentDefaults defaults) {
		FactSql sql = (test, values) -> test.on(FactColumn.of("(" + ConsentSql.of(purpose, defaults) + ")"));
		return fact("consents." + purpose.key(), FactType.BOOLEAN, label("consents", purpose), "consents",
				(person) -> person.part(Say.class).effective(purpose, person.part(ConsentDefaults.class)).allows(),
				sql);
	}

	private Fact choice(Purpose purpose) {
		return fact("choice." + purpose.key(), FactType.CODE, label("choice", purpose), "choice",
				(person) -> said(person, purpose),
				rows("r.purpose = '" + purpose.key() + "' and r.choice <> 'u'", "r.choice"))
			.oneOf((reader) -> options("choice.", reader,
					Arrays.stream(Choice.values()).filter((choice) -> choice != Choice.UNKNOWN).map(Choice::value)));
	}

	private Fact origin(String name, MessageSourceResolvable label, Predicate<Purpose> purposes) {
		return fact(OPT_OUT + "Origin" + name, FactType.CODE, label, OPT_OUT + "Origin",
				(person) -> new MultiValue(noes(person, purposes).map((consent) -> consent.origin().key()).toList()),
				no(purposes, "r.origin"))
			.oneOf((reader) -> options("origin.", reader, Arrays.stream(Origin.values()).map(Origin::key)));
	}

	private Fact date(String name, MessageSourceResolvable label, Predicate<Purpose> purposes) {
		return fact(OPT_OUT + "Date" + name, FactType.INSTANT, label, OPT_OUT + "Date",
				(person) -> new MultiValue(noes(person, purposes).map(Consent::saidAt).toList()),
				no(purposes, "r.said_at"));
	}

	/** The last days of the pauses that run. */
	private static Fact pausedUntil(String name, MessageSourceResolvable label, Predicate<Purpose> purposes) {
		FactSql sql = new FactSql.OfRows("pause", (test, values) -> keys(purposes) + " and r.ends_at > " + values.now()
				+ " and " + test.on(FactColumn.of("r.until")));
		return fact(PAUSED_UNTIL + name, FactType.DATE, label, PAUSED_UNTIL,
				(person) -> new MultiValue(person.part(Say.class)
					.pauses()
					.values()
					.stream()
					.filter((pause) -> purposes.test(pause.purpose()) && pause.isRunning(person.now()))
					.map(Pause::until)
					.toList()),
				sql);
	}

	private static String keys(Predicate<Purpose> purposes) {
		return "r.purpose in ('" + String.join("', '", purposes().filter(purposes).map(Purpose::key).toList()) + "')";
	}

	private static FactSql no(Predicate<Purpose> purposes, String column) {
		return rows(keys(purposes) + " and r.choice = 'n'", column);
	}

	private static @Nullable String said(PersonFacts person, Purpose purpose) {
		Choice choice = person.part(Say.class).explicit(purpose);
		return (choice != Choice.UNKNOWN) ? choice.value() : null;
	}

	private static Stream<Consent> noes(PersonFacts person, Predicate<Purpose> purposes) {
		return person.part(Say.class)
			.consents()
			.values()
			.stream()
			.filter((consent) -> consent.choice() == Choice.NO && purposes.test(consent.purpose()));
	}

	private static FactSql rows(String which, String column) {
		return new FactSql.OfRows("consent", (test, values) -> which + " and " + test.on(FactColumn.of(column)));
	}

	private static Fact fact(String name, FactType type, MessageSourceResolvable label, String phrase,
			Function<PersonFacts, @Nullable Object> reader, FactSql sql) {
		return Fact.total(name, type, label, phrase, Say.class, reader, sql);
	}

	private static MessageSourceResolvable label(String code) {
		return new DefaultMessageSourceResolvable("fact." + code);
	}

	private static MessageSourceResolvable label(String code, Purpose purpose) {
		return new DefaultMessageSourceResolvable(new String[] { "fact." + code },
				new Object[] { new DefaultMessageSourceResolvable("purpose.of." + purpose.key()) });
	}

	private List<Fact.Option> options(String prefix, Locale reader, Stream<String> codes) {
		return codes.map((code) -> new Fact.Option(code, this.messages.getMessage(prefix + code, null, reader)))
			.toList();
	}

}
