package dev.sayso.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.condition.Compiled;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Conditions;
import dev.sayso.condition.Explain;
import dev.sayso.condition.Facts;
import dev.sayso.condition.Person;
import dev.sayso.condition.RandomConditions;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Defaults;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Standing;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;
import dev.sayso.shared.Times;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a condition means the same people in memory and in SQL, whatever it asks and
 * whoever they are.
 */
@ProductTest
class ConditionAgreementTests {

	private static final Set<Class<?>> PARTS = Set.of(Profile.class, Say.class, Standing.class, OwnValues.class);

	@Autowired
	OddPeople people;

	@Autowired
	Conditions conditions;

	@Autowired
	Facts facts;

	@Autowired
	Explain explain;

	@Autowired
	KnowPeople know;

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
	void aConditionMeansTheSamePeopleInMemoryAndInSql() {
		long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
		int each = Integer.getInteger("conditions", 700);
		Random random = new Random(seed);
		List<Profile> everybody = this.people.create(250, seed);
		for (World world : WORLDS) {
			Map<ProfileId, Person> persons = enter(world, everybody);
			RandomConditions some = new RandomConditions(random, this.facts.byName().values(), persons.values());
			for (int number = 0; number < each; number++) {
				Condition condition = (number % 100 == 0) ? some.deepest()
						: some.condition(random.nextInt(1 + number % 6));
				agree(condition, world, persons, "seed " + seed);
			}
		}
	}

	private Map<ProfileId, Person> enter(World world, List<Profile> everybody) {
		this.settings.set(Times.ZONE, world.zone());
		for (Purpose purpose : Purpose.values()) {
			Choice choice = world.defaults().getOrDefault(purpose, Defaults.OUT_OF_THE_BOX.choice(purpose));
			this.settings.set("consent.default." + purpose.key(), choice.value());
		}
		Map<ProfileId, Person> persons = new HashMap<>();
		this.know.of(everybody, PARTS).forEach((id, known) -> persons.put(id, at(world, known)));
		return persons;
	}

	/**
	 * The same person at the moment of another world.
	 */
	private static Person at(World world, Person known) {
		String own = known.part(Profile.class).details().timeZone();
		ZoneId usual = ZoneId.of(world.zone());
		return Person.at(Instant.parse(world.now()), (own != null) ? Person.zone(own, usual) : usual,
				known.part(Profile.class), known.part(Defaults.class), known.part(OwnValues.class),
				known.part(Standing.class), known.part(Say.class));
	}

	private void agree(Condition condition, World world, Map<ProfileId, Person> persons, String seed) {
		Set<UUID> differing = differing(condition, world, persons);
		if (!differing.isEmpty()) {
			Condition least = least(condition, world, persons);
			List<String> who = differing(least, world, persons).stream().limit(3).map((id) -> {
				Person person = persons.get(new ProfileId(id));
				return this.explain.explain(least, person) + " of " + person.part(Profile.class)
						+ person.part(Say.class);
			}).toList();
			assertThat(who).as("%s, %s: %s", seed, world, ConditionJson.write(least)).isEmpty();
		}
		Person one = persons.values().iterator().next();
		assertThat(this.explain.explain(condition, one).holds()).as(() -> seed + ": " + ConditionJson.write(condition))
			.isEqualTo(this.conditions.compile(condition).holds(one));
	}

	/**
	 * The least part of it on which they differ.
	 */
	private Condition least(Condition condition, World world, Map<ProfileId, Person> persons) {
		return (condition instanceof Condition.Group group) ? group.conditions()
			.stream()
			.filter((part) -> !differing(part, world, persons).isEmpty())
			.findFirst()
			.map((part) -> least(part, world, persons))
			.orElse(condition) : condition;
	}

	private Set<UUID> differing(Condition condition, World world, Map<ProfileId, Person> persons) {
		Compiled compiled = this.conditions.compile(condition);
		Compiled.Where where = compiled.where(Instant.parse(world.now()), ZoneId.of(world.zone()));
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
