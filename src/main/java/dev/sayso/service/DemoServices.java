package dev.sayso.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Period;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.DemoContent;
import dev.sayso.shared.ProfileId;

/**
 * The demo's services of a shop for the home, and who subscribes to them.
 */
@Component
@Order(25)
class DemoServices implements DemoContent {

	private static final Actor MARKETER = new Actor(Actor.Kind.ACCOUNT, null, "Léa Dumont");

	private static final Actor OPERATOR = new Actor(Actor.Kind.ACCOUNT, null, "Sofie Maes");

	private static final Actor CHECKOUT = new Actor(Actor.Kind.TOKEN, null, "Shop checkout");

	/** Those before are what they are said to be. */
	private static final int FIRST = 21;

	private static final int LAST = 500;

	private final ServiceManagement management;

	private final RecordSubscription record;

	private final ProfileLookup people;

	private final Says says;

	private final Clock clock;

	DemoServices(ServiceManagement management, RecordSubscription record, ProfileLookup people, Says says,
			Clock clock) {
		this.management = management;
		this.record = record;
		this.people = people;
		this.says = says;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "service";
	}

	@Override
	public void lay() {
		create("newsletter", "Monday letter", "Ideas for the home, every Monday or once a month", Channel.EMAIL,
				ServiceValidity.ALWAYS,
				words("La lettre du lundi", "Des idées pour la maison, chaque lundi ou une fois par mois",
						"De maandagbrief", "Ideeën voor thuis, elke maandag of één keer per maand",
						new Frequency("weekly", "every Monday", Map.of("fr", "chaque lundi", "nl", "elke maandag")),
						new Frequency("monthly", "once a month",
								Map.of("fr", "une fois par mois", "nl", "één keer per maand"))));
		create("printed-catalogue", "Printed catalogue", "Spring and autumn, by post", Channel.POSTAL_MAIL,
				ServiceValidity.ALWAYS, words("Le catalogue imprimé", "Au printemps et en automne, par la poste",
						"De gedrukte catalogus", "In lente en herfst, per post"));
		create("sales-by-sms", "Sales by SMS", "A message when a sale begins", Channel.SMS,
				ServiceValidity.lasting(12, Period.Unit.MONTHS),
				words("Les soldes par SMS", "Un message quand des soldes commencent", "Koopjes per sms",
						"Een bericht als een uitverkoop begint"));
		create("workshop-invitations", "Workshop invitations", "Evenings in the workshop", Channel.EMAIL,
				ServiceValidity.ALWAYS, words("Invitations à l’atelier", "Des soirées à l’atelier",
						"Uitnodigingen voor het atelier", "Avonden in het atelier"));
		Instant now = this.clock.instant();
		for (int number = FIRST; number <= LAST; number++) {
			List<Profile> found = this.people.candidates("externalId:demo-" + number);
			if (found.size() == 1) {
				subscribe(found.get(0), number, now);
			}
		}
	}

	private void subscribe(Profile person, int number, Instant now) {
		Instant from = lastSay(person);
		if (number % 5 < 3) {
			say(person.id(), at(from, now, number, 3), by(number),
					SubscriptionStatement.in("newsletter", (number % 4 == 0) ? "monthly" : "weekly", null));
		}
		if (number % 7 == 0 && number % 5 < 3) {
			say(person.id(), at(from, now, number, 5),
					Declaration.bySubject(List.of(), Evidence.NONE.with("note", "letter"), "Monday letter", null),
					SubscriptionStatement.out("newsletter", null));
		}
		if (number % 6 == 1) {
			say(person.id(), at(from, now, number, 6), by(number + 1),
					SubscriptionStatement.in("printed-catalogue", null, null));
		}
		if (number % 8 == 2) {
			say(person.id(), at(from, now, number, 7), by(number + 2),
					SubscriptionStatement.in("sales-by-sms", null, null));
		}
		if (number % 9 == 4) {
			say(person.id(), at(from, now, number, 8), by(number),
					SubscriptionStatement.in("workshop-invitations", null, null));
		}
	}

	private void say(ProfileId person, Instant at, Declaration by, SubscriptionStatement statement) {
		this.record.at(Clock.fixed(at, ZoneOffset.UTC)).record(person, by, statement);
	}

	private static Declaration by(int number) {
		return switch (number % 4) {
			case 0 -> Declaration.byOperator(OPERATOR, List.of(),
					Evidence.NONE.with("kind", "recorded-call").with("reference", "call " + (4000 + number)));
			case 1 ->
				Declaration.byApi(CHECKOUT, false, List.of(), Evidence.NONE.with("evidence", "order " + number), false);
			case 2 -> Declaration.byImport(OPERATOR, List.of(),
					Evidence.NONE.with("file", "fair.csv").with("row", number), "Import “fair”", false);
			default -> Declaration.bySubject(List.of(), Evidence.NONE.with("note", "sign-up sheet in the shop"),
					"Sign-up sheet", null);
		};
	}

	/** When they were last told of, since a ledger goes on in time. */
	private Instant lastSay(Profile person) {
		return this.says.find(person.id())
			.consents()
			.values()
			.stream()
			.map(Consent::since)
			.max(Comparator.naturalOrder())
			.orElse(person.createdAt());
	}

	/** Some time between, later with each step of ten. */
	private static Instant at(Instant from, Instant now, int number, int step) {
		long span = Duration.between(from, now).toMillis();
		return from.plusMillis(span / 100 * (step * 10 + number * 37 % 10));
	}

	private void create(String key, String name, String description, Channel channel, ServiceValidity validity,
			ServiceWords words) {
		this.management.create(key, channel, new ServiceContent(name, description, false, validity, words), MARKETER);
	}

	private static ServiceWords words(String french, String frenchMore, String dutch, String dutchMore,
			@Nullable Frequency... frequencies) {
		return new ServiceWords(
				Map.of("fr", new ServiceWords.Text(french, frenchMore), "nl", new ServiceWords.Text(dutch, dutchMore)),
				Arrays.stream(frequencies).flatMap((one) -> Optional.ofNullable(one).stream()).toList());
	}

}
