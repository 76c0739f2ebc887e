package dev.sayso.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

/**
 * What people subscribe to, as facts: whether they do, how they stand to a service, since
 * when, and how often it comes.
 */
@Component
@Order(25)
class SubscriptionFacts implements FactSource {

	/** What the names of facts begin with, before the key of the service. */
	private static final List<String> PREFIXES = List.of("subscriptions.", "subscriptionState.", "subscriptionDate.",
			"subscriptionFrequency.");

	private final Services services;

	private final MessageSource messages;

	SubscriptionFacts(Services services, MessageSource messages) {
		this.services = services;
		this.messages = messages;
	}

	/** The names of all facts about a service. */
	static List<String> names(Service service) {
		return PREFIXES.stream().map((prefix) -> prefix + service.slug()).toList();
	}

	/** The fact that says whether people are subscribed. */
	static String subscribed(Service service) {
		return names(service).get(0);
	}

	@Override
	public String title() {
		return "fact.group.subscriptions";
	}

	@Override
	public Stream<Fact> offered() {
		return this.services.findAllByOrderByName()
			.stream()
			.filter((service) -> !service.isArchived())
			.flatMap(this::facts)
			.filter((fact) -> !fact.name().startsWith("subscriptionFrequency.")
					|| !fact.options().apply(Locale.ENGLISH).isEmpty());
	}

	@Override
	public Stream<Fact> facts() {
		return this.services.findAllByOrderByName().stream().flatMap(this::facts);
	}

	private Stream<Fact> facts(Service service) {
		List<String> names = names(service);
		String in = "r.service = '" + service.slug() + "'";
		return Stream.of(
				fact(names.get(0), FactType.BOOLEAN, new DefaultMessageSourceResolvable(new String[0], service.name()),
						"subscriptions", service, (subscription) -> subscription != null && subscription.isSubscribed(),
						(test, values) -> test.on(FactColumn
							.of("(exists (select 1 from subscription s where s.profile_id = p.id and s.service = '"
									+ service.slug() + "' and s.state = 'subscribed'))"))),
				fact(names.get(1), FactType.CODE, label("state", service), "subscriptionState", service,
						(subscription) -> (subscription != null) ? subscription.state().key() : null,
						rows(in, "r.state"))
					.oneOf(this::states),
				fact(names.get(2), FactType.INSTANT, label("date", service), "subscriptionDate", service,
						(subscription) -> (subscription != null && subscription.isSubscribed()) ? subscription.since()
								: null,
						rows(in + " and r.state = 'subscribed'", "r.since")),
				fact(names.get(3), FactType.CODE, label("frequency", service), "subscriptionFrequency", service,
						(subscription) -> (subscription != null && subscription.isSubscribed())
								? subscription.frequency() : null,
						rows(in + " and r.state = 'subscribed'", "r.frequency"))
					.suggesting((reader) -> frequencies(service, reader)));
	}

	private static Fact fact(String name, FactType type, MessageSourceResolvable label, String phrase, Service service,
			Function<@Nullable Subscription, @Nullable Object> reader, FactSql sql) {
		return Fact.total(name, type, label, phrase, Subscriptions.OfPerson.class,
				(person) -> reader.apply(person.part(Subscriptions.OfPerson.class).find(service.slug()).orElse(null)),
				sql);
	}

	private static FactSql rows(String which, String column) {
		return new FactSql.OfRows("subscription", (test, values) -> which + " and " + test.on(FactColumn.of(column)));
	}

	private static MessageSourceResolvable label(String code, Service service) {
		return new DefaultMessageSourceResolvable(new String[] { "fact.subscription." + code },
				new Object[] { service.name() });
	}

	private List<Fact.Option> states(Locale reader) {
		return Arrays.stream(SubscriptionState.values())
			.map((state) -> new Fact.Option(state.key(),
					this.messages.getMessage("subscription.state." + state.key(), null, reader)))
			.toList();
	}

	private static List<Fact.Option> frequencies(Service service, Locale reader) {
		return service.words()
			.frequencies()
			.stream()
			.map((frequency) -> new Fact.Option(frequency.key(), frequency.in(reader.getLanguage())))
			.toList();
	}

}
