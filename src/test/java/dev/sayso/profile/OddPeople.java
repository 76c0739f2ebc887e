package dev.sayso.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.service.Frequency;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.ServiceContent;
import dev.sayso.service.ServiceManagement;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.ServiceWords;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * People of every kind there could be, made as the product makes them.
 */
@Component
public class OddPeople {

	private static final List<String> ZONES = List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns",
			"Asia/Kathmandu", "Africa/Casablanca", "Europe/Paris", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC",
			"Etc/GMT+12", "Asia/Tehran", "", "", "");

	private static final List<String> LANGUAGES = List.of("fr", "fr-BE", "nl-BE", "en-GB", "zh-Hant-TW", "tr", "", "");

	private static final List<String> DAYS = List.of("2000-02-29", "1996-02-29", "2000-02-28", "1999-03-01",
			"1985-12-31", "1986-01-01", "1880-01-01", "2026-01-31", "");

	private final ProfileManagement management;

	private final RecordSay record;

	private final Attributes attributes;

	private final EraseProfile erase;

	private final TransactionTemplate transaction;

	private final ServiceManagement services;

	private final RecordSubscription subscriptions;

	private final RecordPause pauses;

	private Random random = new Random(0);

	OddPeople(ProfileManagement management, RecordSay record, Attributes attributes, EraseProfile erase,
			TransactionTemplate transaction, ServiceManagement services, RecordSubscription subscriptions,
			RecordPause pauses) {
		this.management = management;
		this.record = record;
		this.attributes = attributes;
		this.erase = erase;
		this.transaction = transaction;
		this.services = services;
		this.subscriptions = subscriptions;
		this.pauses = pauses;
	}

	/**
	 * So many people, the same for the same seed.
	 */
	public List<Profile> create(int many, long seed) {
		this.random = new Random(seed);
		List<Profile> people = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			service("odd-letter", List.of("weekly", "monthly"));
			service("odd-post", List.of());
			List<Attribute> declared = OddTexts.ATTRIBUTES.entrySet().stream().map(this::declare).toList();
			for (int number = 0; number < many; number++) {
				Clock then = Clock.fixed(instant(), ZoneOffset.UTC);
				Profile person = this.management.create(details(number), values(declared),
						new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null), then.instant());
				speak(person.id(), this.record.at(then));
				subscribe(person.id());
				pause(person.id());
				people.add(person);
			}
			// a no of somebody erased stays with the address, which others may share
			List<Profile> leaving = people.stream().filter((person) -> this.random.nextInt(8) == 0).toList();
			leaving.forEach((person) -> this.erase.erase(person.id(), People.OPERATOR));
			people.removeAll(leaving);
		});
		return people;
	}

	private void service(String key, List<String> often) {
		this.services.create(key, Channel.EMAIL,
				new ServiceContent("Odd " + key, "", false, ServiceValidity.ALWAYS,
						new ServiceWords(Map.of(),
								often.stream().map((name) -> new Frequency(name, name, Map.of())).toList())),
				People.OPERATOR);
	}

	private void subscribe(ProfileId id) {
		for (int times = this.random.nextInt(4); times > 0; times--) {
			String service = any(List.of("odd-letter", "odd-letter", "odd-post"));
			boolean often = service.equals("odd-letter") && this.random.nextBoolean();
			this.subscriptions.at(Clock.fixed(instant(), ZoneOffset.UTC))
				.record(id,
						new Declaration(any(List.of(Origin.values())), Actor.system(), this.random.nextBoolean(), true,
								List.of(), Evidence.NONE.with("text", "odd"), null, null, Map.of()),
						(this.random.nextInt(3) > 0) ? SubscriptionStatement.in(service,
								often ? any(List.of("weekly", "monthly")) : null, null)
								: SubscriptionStatement.out(service, null));
		}
	}

	private void pause(ProfileId id) {
		for (int times = this.random.nextInt(3); times > 0; times--) {
			RecordPause recording = this.pauses.at(Clock.fixed(instant(), ZoneOffset.UTC));
			LocalDate until = recording.days(id).first().plusDays(this.random.nextInt(366));
			Purpose purpose = any(Stream.of(Purpose.values()).filter(Purpose::isMarketing).toList());
			Actor somebody = Actor.system();
			recording.record(id,
					new Declaration(any(List.of(Origin.SUBJECT, Origin.OPERATOR, Origin.API)), somebody, true, true,
							List.of(), Evidence.NONE.with("text", "odd"), null, null, Map.of()),
					PauseStatement.of(purpose, (this.random.nextInt(9) > 0) ? until : null, "odd"));
		}
	}

	private Attribute declare(Map.Entry<Attribute.Type, List<String>> one) {
		String name = one.getKey().name().toLowerCase(java.util.Locale.ROOT);
		String options = (one.getKey() == Attribute.Type.ONE_OF) ? String.join("\n", one.getValue()) : "";
		return this.attributes
			.save(new Attribute(Ids.next(), null, "odd_" + name, "Odd " + name, one.getKey(), options, Instant.EPOCH));
	}

	private Details details(int number) {
		Map<String, String> typed = new HashMap<>();
		for (String field : List.of("firstName", "lastName", "street", "city", "postalCode")) {
			typed.put(field, any(OddTexts.TEXTS));
		}
		typed.put("externalId", (number % 3 == 0) ? "" : number + any(OddTexts.TEXTS));
		typed.put("email",
				any(List.of("", "shared" + number % 40 + "@posteo.example", "Shared" + number % 40 + "@Posteo.example",
						"özgür." + number % 40 + "@posteo.example", "STRASSE%_" + number % 40 + "@Straße.example",
						"shared" + number % 40 + "@BÜCHER.example", "Shared" + number % 40 + "@xn--bcher-kva.example.",
						"<shared" + number % 40 + "@Bu\u0308cher.example>",
						"strasse%_" + number % 40 + "@XN--STRAE-OQA.example")));
		typed.put("mobile", any(List.of("", "+3363998%04d".formatted(number % 60))));
		typed.put("phone", any(List.of("", "", "+3363998%04d".formatted(number % 50))));
		typed.put("fax", any(List.of("", "", "+33199009%03d".formatted(number % 20))));
		typed.put("pushToken", any(List.of("", "", "token-" + number % 40)));
		typed.put("country", any(List.of("", "FR", "BE", "TR", "JP")));
		typed.put("language", any(LANGUAGES));
		typed.put("timeZone", any(ZONES));
		String day = LocalDate.of(1990, 1, 1).plusDays(this.random.nextInt(5000)).toString();
		typed.put("birthDate", this.random.nextBoolean() ? any(DAYS) : day);
		return People.details(typed);
	}

	private Map<String, Object> values(List<Attribute> declared) {
		Map<String, Object> values = new HashMap<>();
		declared.stream().filter((one) -> this.random.nextInt(3) > 0).forEach((attribute) -> {
			Object value = attribute.parse(any(OddTexts.ATTRIBUTES.get(attribute.type())));
			values.put(attribute.name(), java.util.Objects.requireNonNull(value));
		});
		return values;
	}

	/**
	 * Any channel comes last, since a no to that is lifted by few.
	 */
	private void speak(ProfileId id, RecordSay recording) {
		List<Purpose> purposes = new ArrayList<>(List.of(Purpose.values()));
		Collections.shuffle(purposes, this.random);
		purposes.stream().limit(this.random.nextInt(7)).sorted(Comparator.reverseOrder()).forEach((purpose) -> {
			Choice choice = (this.random.nextInt(3) == 0) ? Choice.NO : any(List.of(Choice.values()));
			if (choice == Choice.UNKNOWN) {
				say(id, recording, Statement.of(purpose, Choice.YES));
			}
			say(id, recording, new Statement(purpose, choice, instant().plusSeconds(200_000_000), null));
		});
	}

	private void say(ProfileId id, RecordSay recording, Statement statement) {
		recording.record(id, new Declaration(any(List.of(Origin.values())), Actor.system(), false, true,
				List.of(statement), Evidence.NONE, null, null, Map.of()));
	}

	/**
	 * Often at midnight somewhere, or nearly.
	 */
	private Instant instant() {
		Instant hour = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(900L * this.random.nextInt(90_000));
		return hour.plusMillis(any(List.of(-1L, 0L, 0L, 1L, 500_000L)));
	}

	private <T> T any(List<T> some) {
		return some.get(this.random.nextInt(some.size()));
	}

}
