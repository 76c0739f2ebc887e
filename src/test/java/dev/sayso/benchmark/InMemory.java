package dev.sayso.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * How often a second one thread tells whether somebody is meant, of many different
 * people, by a condition and by a loop written for it.
 */
final class InMemory {

	private static final int PEOPLE = 10_000;

	/** So few that what is known of them stays near the processor. */
	private static final int FEW = 100;

	private static final int EVALUATIONS = 2_000_000;

	/** Time of the thread itself, since others share the cores. */
	private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

	private final CompiledCondition condition;

	private final PersonFacts[] persons;

	private final ByHand.Known[] known;

	private final ConsentDefaults defaults;

	InMemory(ApplicationContext product) {
		this.condition = product.getBean(ConditionCompiler.class).compile(ConditionJson.parse(ByHand.CONDITION));
		this.defaults = product.getBean(ConsentSettings.class).defaults();
		List<Profile> people = people(product);
		List<ProfileId> ids = people.stream().map(Profile::id).toList();
		Map<ProfileId, PersonFacts> asked = product.getBean(PeopleLoader.class).load(people, this.condition.parts());
		Map<ProfileId, Say> said = product.getBean(Says.class).find(ids);
		Map<ProfileId, Map<String, Object>> values = product.getBean(AttributeValues.class).find(ids);
		ZoneId usual = product.getBean(TimeFormat.class).zone();
		this.persons = ids.stream().map(asked::get).toArray(PersonFacts[]::new);
		this.known = people.stream()
			.map((one) -> new ByHand.Known(one, values.getOrDefault(one.id(), Map.of()), said.get(one.id()),
					today(product, one, usual)))
			.toArray(ByHand.Known[]::new);
	}

	/**
	 * Takes the figures, by turns.
	 */
	void take(int runs) {
		take(runs, FEW);
		take(runs, this.persons.length);
	}

	private void take(int runs, int people) {
		double[] ours = new double[runs];
		double[] theirs = new double[runs];
		for (int run = -3; run < runs; run++) {
			double one = perSecond(people, (at) -> this.condition.holds(this.persons[at]));
			double other = perSecond(people, (at) -> this.known[at].isMeant(this.defaults));
			if (run >= 0) {
				ours[run] = one;
				theirs[run] = other;
			}
		}
		Report.line("five comparisons in memory, one thread, " + people + " people by turns",
				millions(Figures.middle(ours)), millions(Figures.middle(theirs)),
				Report.percent(Figures.middle(ours) / Figures.middle(theirs)), "≥ 5.0 million/s");
	}

	private static double perSecond(int people, IntPredicate isMeant) {
		long meant = 0;
		long begun = CLOCK.getCurrentThreadCpuTime();
		for (int round = 0; round < EVALUATIONS / people; round++) {
			for (int at = 0; at < people; at++) {
				meant += isMeant.test(at) ? 1 : 0;
			}
		}
		double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
		if (meant == 0 || meant == EVALUATIONS) {
			throw new IllegalStateException(meant + " are meant");
		}
		return EVALUATIONS / seconds;
	}

	private static LocalDate today(ApplicationContext product, Profile one, ZoneId usual) {
		String own = one.details().timeZone();
		return LocalDate.ofInstant(product.getBean(Clock.class).instant(), (own != null) ? ZoneId.of(own) : usual);
	}

	private static List<Profile> people(ApplicationContext product) {
		List<Profile> people = new ArrayList<>();
		Profiles profiles = product.getBean(Profiles.class);
		List<ProfileId> ids = product.getBean(JdbcTemplate.class)
			.queryForList("select id from profile where external_id like 'L-%' order by id limit " + PEOPLE, UUID.class)
			.stream()
			.map(ProfileId::new)
			.toList();
		for (int from = 0; from < ids.size(); from += 1_000) {
			people.addAll(profiles.findByIdIn(ids.subList(from, Math.min(from + 1_000, ids.size()))));
		}
		return people;
	}

	private static String millions(double perSecond) {
		return String.format(Locale.ROOT, "%.1f million/s", perSecond / 1e6);
	}

}
