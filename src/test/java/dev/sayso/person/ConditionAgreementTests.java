package dev.sayso.person;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionExplainer;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.Operator;
import dev.sayso.condition.PersonFacts;
import dev.sayso.condition.RandomConditions;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentModel;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.profile.OddPeople;
import dev.sayso.service.Subscriptions;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a condition means the same people in memory and in SQL, whatever it asks and
 * whoever they are.
 */
@ProductTest
class ConditionAgreementTests {

	private static final Set<Class<?>> PARTS = Set.of(Profile.class, Say.class, ContactStatus.class,
			AttributeValues.OfPerson.class, Subscriptions.OfPerson.class);

	@Autowired
	OddPeople people;

	@Autowired
	People samples;

	@Autowired
	ConditionCompiler conditions;

	@Autowired
	FactRegistry facts;

	@Autowired
	ConditionExplainer explain;

	@Autowired
	PeopleLoader know;

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient jdbc;

	/** Where and when conditions are asked, and what holds where nothing is said. */
	record World(String zone, String now, Map<Purpose, Choice> defaults) {

	}

	private static final List<World> WORLDS = List.of(new World("Europe/Paris", "2026-11-22T10:15:30Z", Map.of()),
			new World("Pacific/Kiritimati", "2028-02-29T10:30:00Z",
					Map.of(Purpose.MARKETING_EMAIL, Choice.NO, Purpose.PERSONALIZE_CONTENT, Choice.YES)),
			new World("America/St_Johns", "2027-02-28T23:59:59Z",
					Map.of(Purpose.MARKETING_SMS, Choice.PENDING, Purpose.COLLECT, Choice.CONTRACT)),
			new World("+05:45", "2025-12-31T18:15:00Z",
					Map.of(Purpose.MARKETING_EMAIL, Choice.CONTRACT, Purpose.MODELING, Choice.LEGITIMATE_INTEREST)),
			new World("UTC", "2027-03-28T00:59:59.999999Z",
					Map.of(Purpose.MARKETING_ANY, Choice.NO, Purpose.SHARE, Choice.UNKNOWN)));

	@Test
	@Tag("fuzz")
	void aConditionMeansTheSamePeopleInMemoryAndInSql() {
		long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
		int each = Integer.getInteger("conditions", Boolean.getBoolean("sayso.outer") ? 1000 : 60);
		Random random = new Random(seed);
		List<Profile> everybody = this.people.create(200, seed);
		for (World world : WORLDS) {
			Map<ProfileId, PersonFacts> persons = enter(world, everybody);
			RandomConditions some = new RandomConditions(random, this.facts.byName().values(), persons.values());
			for (int number = 0; number < each; number++) {
				Condition condition = (number % 100 == 0) ? some.deepest()
						: some.condition(random.nextInt(1 + number % 6));
				agree(condition, world, persons, "seed " + seed);
			}
		}
	}

	/**
	 * What is missing is neither this nor that, and what negates is true of it: said once
	 * more by hand.
	 */
	@Test
	void whatIsMissingIsFalseAndItsNegationTrue() {
		List<Profile> everybody = this.people.create(60, 7);
		Map<ProfileId, PersonFacts> persons = enter(WORLDS.get(0), everybody);
		Condition french = new Comparison("country", Operator.IS, "FR");
		Condition old = new Comparison("birthDate", Operator.BEFORE, "1990-01-01");
		Predicate<Details> isFrench = (one) -> one.country() != null && one.country().equals("FR");
		Predicate<Details> isOld = (one) -> one.birthDate() != null && one.birthDate().getYear() < 1990;
		Map<Condition, Predicate<Details>> examples = Map.of(french, isFrench, old, isOld,
				new Comparison("country", Operator.IS_NOT, "FR"), isFrench.negate(), Condition.none(french),
				isFrench.negate(), Condition.none(Condition.none(old)), isOld, Condition.none(french, old),
				isFrench.or(isOld).negate(), Condition.all(Condition.none(french), old), isFrench.negate().and(isOld),
				new Comparison("birthDate", Operator.IS_NOT_SET), (one) -> one.birthDate() == null, Condition.any(),
				(one) -> false, Condition.EVERYBODY, (one) -> true);
		examples.forEach((condition, oracle) -> {
			CompiledCondition compiled = this.conditions.compile(condition);
			assertThat(differing(condition, WORLDS.get(0), persons)).as(ConditionJson.write(condition)).isEmpty();
			assertThat(everybody).as(ConditionJson.write(condition))
				.allMatch((one) -> compiled.holds(persons.get(one.id())) == oracle.test(one.details()));
		});
	}

	/** One text, spelt in many ways, is what somebody has and what is asked. */
	@Test
	void aSpellingOfTheSameIsTheSameInAnyScript() {
		Map<String, List<String>> spellings = Map.of("Παπάς", List.of("ΠΑΠΑΣ", "παπάσ"), "Işık",
				List.of("IŞIK", "ışık"), "Nguyễn", List.of("nguyen", "NGUYỄN", "Nguye\u0302\u0303n"), "한글",
				List.of("\u1112\u1161\u11AB\u1100\u1173\u11AF"), "محـــمد", List.of("محمد", "مُحَمَّد"), "Groß-Gerau",
				List.of("GROSS‑GERAU", "gross–gerau"), "d’Arc", List.of("d'arc", "D´ARC"), "ﬁne", List.of("Fine"));
		List<Profile> everybody = spellings.keySet()
			.stream()
			.map((name) -> this.samples.create(Map.of("lastName", name)))
			.toList();
		Map<ProfileId, PersonFacts> persons = enter(WORLDS.get(0), everybody);
		for (Profile one : everybody) {
			for (String spelling : spellings.get(one.details().lastName())) {
				for (Operator operator : List.of(Operator.IS, Operator.CONTAINS, Operator.STARTS_WITH)) {
					Condition asked = new Comparison("lastName", operator, spelling);
					assertThat(differing(asked, WORLDS.get(0), persons)).as(spelling).isEmpty();
					CompiledCondition compiled = this.conditions.compile(asked);
					assertThat(everybody).as(spelling)
						.filteredOn((each) -> compiled.holds(persons.get(each.id())))
						.containsExactly(one);
				}
			}
		}
	}

	@Test
	void exactlyIsTheSameHoweverAccentsAreComposed() {
		Map<String, String> decomposed = Map.of("Zoë", "Zoe\u0308", "Phở", "Pho\u031B\u0309", "한글",
				"\u1112\u1161\u11AB\u1100\u1173\u11AF", "Ångström", "A\u030Angstro\u0308m");
		List<Profile> everybody = decomposed.entrySet()
			.stream()
			.flatMap((name) -> Stream.of(name.getKey(), name.getValue()))
			.map((name) -> this.samples.create(Map.of("lastName", name)))
			.toList();
		Map<ProfileId, PersonFacts> persons = enter(WORLDS.get(0), everybody);
		decomposed.forEach((composed, other) -> {
			for (String asked : List.of(composed, other)) {
				Condition exactly = new Comparison("lastName", Operator.IS, List.of(asked), true);
				assertThat(differing(exactly, WORLDS.get(0), persons)).as(asked).isEmpty();
				CompiledCondition compiled = this.conditions.compile(exactly);
				assertThat(everybody).filteredOn((each) -> compiled.holds(persons.get(each.id()))).as(asked).hasSize(2);
			}
			Condition shouted = new Comparison("lastName", Operator.IS,
					List.of(composed.toUpperCase(Locale.ROOT) + "!"), true);
			assertThat(differing(shouted, WORLDS.get(0), persons)).isEmpty();
		});
	}

	private Map<ProfileId, PersonFacts> enter(World world, List<Profile> everybody) {
		this.settings.set(TimeFormat.ZONE, world.zone());
		for (Purpose purpose : Purpose.values()) {
			Choice choice = world.defaults().getOrDefault(purpose, ConsentModel.OPT_OUT.defaults().choice(purpose));
			this.settings.set("consent.default." + purpose.key(), choice.value());
		}
		Map<ProfileId, PersonFacts> persons = new HashMap<>();
		this.know.load(everybody, PARTS).forEach((id, known) -> persons.put(id, at(world, known)));
		return persons;
	}

	/**
	 * The same person at the moment of another world.
	 */
	private static PersonFacts at(World world, PersonFacts known) {
		String own = known.part(Profile.class).details().timeZone();
		ZoneId usual = ZoneId.of(world.zone());
		return PersonFacts.at(Instant.parse(world.now()), (own != null) ? PersonFacts.zone(own, usual) : usual,
				known.part(Profile.class), known.part(ConsentDefaults.class),
				known.part(AttributeValues.OfPerson.class), known.part(ContactStatus.class), known.part(Say.class),
				known.part(Subscriptions.OfPerson.class));
	}

	private void agree(Condition condition, World world, Map<ProfileId, PersonFacts> persons, String seed) {
		Set<UUID> differing = differing(condition, world, persons);
		if (!differing.isEmpty()) {
			Condition least = least(condition, world, persons);
			List<String> who = differing(least, world, persons).stream().limit(3).map((id) -> {
				PersonFacts person = persons.get(new ProfileId(id));
				return this.explain.explain(least, person) + " of " + person.part(Profile.class)
						+ person.part(Say.class);
			}).toList();
			assertThat(who).as("%s, %s: %s", seed, world, ConditionJson.write(least)).isEmpty();
		}
		PersonFacts one = persons.values().iterator().next();
		assertThat(this.explain.explain(condition, one).holds()).as(() -> seed + ": " + ConditionJson.write(condition))
			.isEqualTo(this.conditions.compile(condition).holds(one));
	}

	/**
	 * The least part of it on which they differ.
	 */
	private Condition least(Condition condition, World world, Map<ProfileId, PersonFacts> persons) {
		return (condition instanceof Condition.Group group) ? group.conditions()
			.stream()
			.filter((part) -> !differing(part, world, persons).isEmpty())
			.findFirst()
			.map((part) -> least(part, world, persons))
			.orElse(condition) : condition;
	}

	private Set<UUID> differing(Condition condition, World world, Map<ProfileId, PersonFacts> persons) {
		CompiledCondition compiled = this.conditions.compile(condition);
		CompiledCondition.Where where = compiled.where(Instant.parse(world.now()), ZoneId.of(world.zone()));
		Set<UUID> differing = new TreeSet<>(this.jdbc.sql("select p.id from profile p where " + where.sql())
			.params(where.values())
			.query(UUID.class)
			.list());
		Set<UUID> held = persons.entrySet()
			.stream()
			.filter((one) -> compiled.holds(one.getValue()))
			.map((one) -> one.getKey().id())
			.collect(Collectors.toSet());
		held.stream().filter((id) -> !differing.remove(id)).toList().forEach(differing::add);
		return differing;
	}

}
