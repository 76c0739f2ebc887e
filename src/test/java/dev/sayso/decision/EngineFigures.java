package dev.sayso.decision;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.benchmark.Figures;
import dev.sayso.benchmark.Report;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.contact.ActionPolicies;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.Templates;
import dev.sayso.person.Details;
import dev.sayso.person.Profile;

/**
 * How often a second one thread decides among offers with three conditions each, by the
 * engine and by a loop written for them.
 */
@ProductTest
class EngineFigures {

	private static final int RUNS = Integer.getInteger("benchmark.runs", 7);

	private static final int DECISIONS = 400_000;

	private static final int PEOPLE = 200;

	private static final List<String> COUNTRIES = List.of("FR", "BE", "NL", "DE", "GB", "ES", "IT", "PT", "AT", "CH");

	private static final List<String> CITIES = List.of("Lyon", "Ghent", "Delft", "Bonn", "Leeds");

	private static final LocalDate BORN = LocalDate.of(1985, 1, 1);

	/** Time of the thread itself, since others share the cores. */
	private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

	@Autowired
	ConditionCompiler conditions;

	@Autowired
	Templates templates;

	@Autowired
	Formulas formulas;

	@Autowired
	PeopleLoader people;

	/** An offer, as the loop by hand has it. */
	private record Plain(String country, String city, LocalDate born, Instant begins, Instant ends, String before,
			String after) {

		@Nullable String shown(Instant now, Details who) {
			boolean may = !now.isBefore(this.begins) && now.isBefore(this.ends) && this.country.equals(who.country())
					&& this.city.equalsIgnoreCase(who.city()) && who.birthDate() != null
					&& who.birthDate().isBefore(this.born);
			return may ? this.before + who.firstName() + this.after : null;
		}

	}

	/** Decides for the person at a place. */
	private interface Decide {

		boolean picks(int person);

	}

	@Test
	void take() {
		DecisionContext[] context = context();
		double few = take(50, 0, context);
		double many = take(500, 0, context);
		double crowded = take(50, 10_000, context);
		Report.line("an offer among 500, of what it costs among 50", "", "", Report.percent(few / 10 / many),
				"linear: about 100 %");
		Report.line("50 offers beside 10,000 in other decisions, of the speed alone", "", "",
				Report.percent(crowded / few), "about 100 %");
	}

	private double take(int offers, int others, DecisionContext[] context) {
		LiveDecision decision = live(offers, others);
		LiveScope scope = decision.scopes().get("place");
		Plain[] plain = IntStream.range(0, offers).mapToObj(EngineFigures::plain).toArray(Plain[]::new);
		Decide engine = (
				at) -> !DecisionEngine.decide(decision, scope, context[at], 1, List.of(), false).items().isEmpty();
		Decide loop = (at) -> byHand(plain, context[at]);
		double[] ours = new double[RUNS];
		double[] theirs = new double[RUNS];
		for (int run = -3; run < RUNS; run++) {
			double one = perSecond(engine);
			double other = perSecond(loop);
			if (run >= 0) {
				ours[run] = one;
				theirs[run] = other;
			}
		}
		String beside = (others > 0) ? ", beside " + others + " in other decisions" : "";
		Report.line("the engine: " + offers + " offers with three conditions, one thread" + beside,
				perSecond(Figures.middle(ours)), perSecond(Figures.middle(theirs)),
				Report.percent(Figures.middle(ours) / Figures.middle(theirs)), "≥ 700,000/s or ≥ 50 %");
		return Figures.middle(ours);
	}

	private static boolean byHand(Plain[] offers, DecisionContext context) {
		Details who = context.person().part(Profile.class).details();
		for (Plain offer : offers) {
			if (context.personalizes() && offer.shown(context.at(), who) != null) {
				return true;
			}
		}
		return false;
	}

	private static double perSecond(Decide decide) {
		int picked = 0;
		long begun = CLOCK.getCurrentThreadCpuTime();
		for (int round = 0; round < DECISIONS / PEOPLE; round++) {
			for (int at = 0; at < PEOPLE; at++) {
				picked += decide.picks(at) ? 1 : 0;
			}
		}
		double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
		if (picked == 0 || picked == DECISIONS) {
			throw new IllegalStateException(picked + " of " + DECISIONS + " get an offer");
		}
		return DECISIONS / seconds;
	}

	private LiveDecision live(int offers, int others) {
		List<ApprovedOffer> approved = new ArrayList<>();
		IntStream.range(0, offers + others).forEach((number) -> approved.add(offer(number)));
		Collection mine = collection("mine", approved.subList(0, offers));
		Collection other = collection("other", approved.subList(offers, offers + others));
		Placement placement = new Placement(UUID.randomUUID(), 0, "place", "Place", "", "web", ContentType.TEXT.key(),
				1, null, null, Instant.EPOCH, Instant.EPOCH, "");
		LiveSnapshotAssembly assembly = new LiveSnapshotAssembly(approved, List.of(mine, other), List.of(placement),
				this.conditions.now(), this.templates.now(), this.formulas, ActionPolicies.NONE);
		for (int number = 0; number < others / 500; number++) {
			assembly.holding(UUID.randomUUID(), 1, "other-" + number, "Other", content("other"));
		}
		return assembly.holding(UUID.randomUUID(), 1, "mine", "Mine", content("mine"));
	}

	private static DecisionContent content(String collection) {
		return new DecisionContent(Validity.ALWAYS,
				List.of(new DecisionScope("place", List.of(new Criterion(1, collection, "", "", false)))), "", "",
				false);
	}

	private static Collection collection(String slug, List<ApprovedOffer> offers) {
		return new Collection(UUID.randomUUID(), 0, slug, slug, "",
				new Collection.Content(offers.stream().map(ApprovedOffer::slug).toList(), List.of(), false), null,
				Instant.EPOCH, Instant.EPOCH, "");
	}

	private static ApprovedOffer offer(int number) {
		Plain plain = plain(number);
		Condition condition = Condition.all(new Comparison("country", Operator.IS, plain.country()),
				new Comparison("city", Operator.IS, plain.city()),
				new Comparison("birthDate", Operator.BEFORE, plain.born().toString()));
		return new ApprovedOffer(UUID.randomUUID(), 1, "offer-" + number, "Offer " + number, false, new OfferContent(
				List.of(new Representation("place", "", plain.before() + "{{profile.firstName}}" + plain.after(), null,
						null)),
				List.of(), Map.of(), Validity.ALWAYS, 1_000 - number % 1_000, ConditionJson.write(condition), List.of(),
				false));
	}

	private static Plain plain(int number) {
		return new Plain(COUNTRIES.get(number % 10), CITIES.get(number / 2 % 5), BORN.plusYears(number % 3),
				Instant.MIN, Instant.MAX, "Offer " + number + " for ", ", today.");
	}

	private DecisionContext[] context() {
		Random random = new Random(7);
		return IntStream.range(0, PEOPLE).mapToObj((number) -> {
			Details details = new Details(null, "Ana", null, null, null, null, null, null, null, null,
					CITIES.get(random.nextInt(5)), COUNTRIES.get(random.nextInt(10)), "en", null,
					BORN.plusDays(random.nextInt(4_000) - 2_000));
			PersonFacts person = this.people.imagined(details, Map.of(), SampleConsents.personalize(true));
			return new DecisionContext(Instant.parse("2026-11-22T10:00:00Z"), person, true, false, "en", Map.of(),
					CapUsage.NONE);
		}).toArray(DecisionContext[]::new);
	}

	static String perSecond(double figure) {
		return String.format(Locale.ROOT, "%,.0f/s", figure);
	}

}
