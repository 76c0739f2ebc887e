package dev.sayso.decision.impact;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.MakeDecision;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.impact.ImpactCalculation.Patience;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.ProfileId;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds the impact of a draft against each person asked alone, before and after it is
 * published.
 */
@ProductTest
class ImpactTests {

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	RecordSay say;

	@Autowired
	EraseProfile erase;

	@Autowired
	MakeDecision makeDecision;

	@Autowired
	DecisionManagement management;

	@Autowired
	Decisions decisions;

	@Autowired
	ImpactCalculation take;

	@Autowired
	Impacts impacts;

	@Autowired
	ReachCount reach;

	@Autowired
	ReachGroups groups;

	@Autowired
	ReachViews views;

	@Autowired
	ExactReach exact;

	DecisionSamples samples;

	@BeforeEach
	void aShop() {
		this.samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.placement("foot", "web", "html")
			.offers(says("hello", "web", "<p>Hello {{profile.firstName}}</p>").priority(60),
					says("belgians", "web", "<p>Dag</p>").priority(50)
						.eligible(Condition.all(new Condition.Comparison("country", Operator.IS, "BE"))),
					says("plain", "web", "<p>All</p>").priority(40))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "belgians", "plain")
			.collection("personal", "hello", "belgians");
	}

	@Test
	void theNumbersAreThoseOfEachPersonAskedAlone() {
		List<ProfileId> everybody = people(new Random(11), 60);
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		Map<ProfileId, ScopeResult> before = ask(everybody);
		decision = redraft(decision, scope("web", "personal"), scope("foot", "all"));
		ImpactResult result = take(decision, Patience.USUAL);
		assertThat(result.people()).isEqualTo(60);
		assertThat(result.sampled()).isFalse();
		publish(decision);
		Map<ProfileId, ScopeResult> after = ask(everybody);
		ImpactResult.InScope web = result.scopes().get(0);
		assertThat(counted(web, true)).isEqualTo(counted(before));
		assertThat(counted(web, false)).isEqualTo(counted(after));
		List<ProfileId> fallen = everybody.stream()
			.filter((one) -> before.get(one).reason() == DecisionReason.PICKED
					&& after.get(one).reason() != DecisionReason.PICKED)
			.toList();
		assertThat(web.down()).isEqualTo(fallen.size()).isPositive();
		assertThat(web.up()).isZero();
		assertThat(web.across()).isEqualTo(everybody.stream()
			.filter((one) -> after.get(one).reason() == DecisionReason.PICKED
					&& !offer(after.get(one)).equals(offer(before.get(one))))
			.count());
		ImpactResult.InScope foot = result.scopes().get(1);
		assertThat(foot.before()).isFalse();
		assertThat(foot.down()).isZero();
		consented(everybody, fallen, after, web);
	}

	@Test
	void whoWouldGetWhatIsWhatEachGetsOnceItIsPublishedAndAddsUpToEverybody() {
		List<ProfileId> everybody = people(new Random(5), 40);
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		decision = redraft(decision, scope("web", "personal"));
		ReachCount.Reach counted = this.reach.count(decision);
		assertThat(counted.total()).isEqualTo(40);
		assertThat(counted.result().sampled()).isFalse();
		assertThat(page("/decisions/hero/draft/reach")).contains("All 40 people, just now", "get an offer");
		publish(decision);
		ImpactResult.InScope web = counted.result().scopes().get(0);
		assertThat(counted(web, false)).isEqualTo(counted(ask(everybody)));
		assertThat(web.rows()).extracting(ImpactResult.Row::after)
			.satisfies((numbers) -> assertThat(numbers.stream().mapToLong(Long::longValue).sum()).isEqualTo(40));
	}

	@Test
	void whoMovesFromWhatToWhatIsToldOfEachPairAndAddsUpToEverybody() {
		List<ProfileId> everybody = people(new Random(8), 50);
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		Map<ProfileId, ScopeResult> before = ask(everybody);
		decision = redraft(decision, scope("web", "personal"), scope("foot", "all"));
		ImpactResult result = this.reach.compare(decision, Set.of()).result();
		String page = page("/decisions/hero/review/movement");
		assertThat(page).contains("What people will see", "Now, version 1", "Then, version 2", "New placement",
				"/decisions/hero/simulation/preview/web/", "/decisions/hero/simulation?who=");
		assertThat(page("/decisions/hero/review/movement?placement=foot&language=fr")).contains("moves-foot");
		publish(decision);
		Map<ProfileId, ScopeResult> after = ask(everybody);
		Map<String, Long> pairs = new TreeMap<>();
		everybody.forEach((one) -> pairs.merge(offer(before.get(one)) + " > " + offer(after.get(one)), 1L, Long::sum));
		Map<String, Long> counted = new TreeMap<>();
		result.scopes()
			.get(0)
			.moves()
			.forEach((move) -> counted.put(move.from().offer() + " > " + move.to().offer(), move.people()));
		assertThat(counted).isEqualTo(pairs).hasSizeGreaterThan(2);
		assertThat(result.scopes().get(1).moves()).allSatisfy((move) -> assertThat(move.from()).isNull());
		assertThat(result.languages().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(50);
	}

	@Test
	void aLargeDecisionIsDrawnInPartsAndWhatIsLeftOutIsSaid() {
		people(new Random(8), 5);
		String[] many = IntStream.range(0, 40).mapToObj((number) -> "offer-" + number).toArray(String[]::new);
		for (String one : many) {
			this.samples.offers(says(one, "web", "<p>One of many</p>").priority(1));
		}
		this.samples.collection("many", many);
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		redraft(decision, scope("web", "many"));
		String part = page("/decisions/hero/review/movement");
		String whole = page("/decisions/hero/review/movement?placement=web");
		assertThat(part).contains("Nobody gets", "more ways on Name of web: show all");
		assertThat(Pattern.compile("<iframe").matcher(part).results().count()).isLessThan(20);
		assertThat(Pattern.compile("<iframe").matcher(whole).results().count()).isGreaterThan(40);
		assertThat(whole).doesNotContain("show all");
	}

	@Test
	void whoMovesIsListedWhereTheListHoldsThemAndNobodyElse() {
		people(new Random(8), 50);
		redraft(this.samples.live("hero", "welcome", scope("web", "all")), scope("web", "personal"),
				scope("foot", "all"));
		Pattern listed = Pattern.compile("href=\"(/decisions/hero/draft/reach/people[^\"]*)\"[^>]*>(\\d+) pe");
		List<MatchResult> links = listed.matcher(page("/decisions/hero/review/movement")).results().toList();
		assertThat(links).isNotEmpty()
			.allSatisfy((link) -> assertThat(page(link.group(1).replace("&amp;", "&")))
				.containsPattern("data-test=\"count\">" + link.group(2) + " pe"));
		assertThat(page("/decisions/hero/review/movement?ticking=true&approve=")).contains("One of them")
			.contains("/decisions/hero/simulation?who=");
	}

	@Test
	void thePeopleBehindEachNumberAreJustThoseWhoGetThat() {
		List<ProfileId> everybody = people(new Random(7), 60);
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		decision = redraft(decision, scope("web", "personal"), scope("foot", "all"));
		ImpactResult.InScope web = this.reach.count(decision).result().scopes().get(0);
		Map<String, Set<ProfileId>> listed = new TreeMap<>();
		for (ImpactResult.Row row : web.rows()) {
			boolean picked = row.reason() == DecisionReason.PICKED;
			ReachChoice choice = new ReachChoice(picked ? row.offer() : ReachChoice.FALLBACK,
					picked ? "" : row.reason().name());
			Set<ProfileId> members = members(decision, choice);
			assertThat(members).as(choice.toString()).hasSize((int) row.after());
			listed.put(row.offer() + " " + row.reason(), members);
		}
		assertThat(members(decision, new ReachChoice(ReachChoice.OFFER, "")).size()
				+ members(decision, new ReachChoice(ReachChoice.FALLBACK, "")).size())
			.isEqualTo(60);
		assertThat(members(decision, new ReachChoice(ReachChoice.OTHERS, ""))).isEmpty();
		publish(decision);
		Map<String, Set<ProfileId>> answered = new TreeMap<>();
		ask(everybody).forEach((person, result) -> answered
			.computeIfAbsent(offer(result) + " " + result.reason(), (key) -> new HashSet<>())
			.add(person));
		assertThat(listed).isEqualTo(answered);
	}

	@Test
	void eachNumberLeadsToItsPeopleAndEachOfThemToTheirTrace() {
		ProfileId ada = this.people.create(Map.of("firstName", "Ada", "lastName", "Lovelace", "country", "BE")).id();
		consent(ada);
		for (int number = 0; number < 30; number++) {
			this.people.create(Map.of("firstName", "Nemo", "country", "FR"));
		}
		this.samples.live("hero", "welcome", scope("web", "all"));
		String list = "/decisions/hero/draft/reach/people?placement=web&amp;gets=";
		assertThat(page("/decisions/hero/draft/reach")).contains(list + "belgians", list + ":offer")
			.doesNotContain(list + ":fallback");
		String belgians = page("/decisions/hero/draft/reach/people?placement=web&gets=belgians");
		assertThat(belgians)
			.contains("1 person on", "Ada Lovelace", "/decisions/hero/simulation?who=" + ada, "Name of belgians")
			.doesNotContain("Nemo", "sample");
		String all = page("/decisions/hero/draft/reach/people?placement=web&gets=:offer");
		assertThat(all).contains("31 people on", "Ada Lovelace", "page=2");
		assertThat(page("/decisions/hero/draft/reach/people?placement=web&gets=:offer&page=2")).contains("page=1")
			.doesNotContain("Ada Lovelace");
		assertThat(page("/decisions/hero/draft/reach/people?gets=:offer&q=lovel")).contains("Ada Lovelace")
			.doesNotContain("Nemo");
		assertThat(page("/decisions/hero/draft/reach/people?placement=web&gets=:fallback")).contains("Nobody here");
		assertThat(this.mvc.get().uri("/decisions/hero/draft/reach/people?placement=gone").with(SignIn.marketer()))
			.hasStatus(404);
	}

	@Test
	void aboveTenThousandPeopleASampleIsFollowedByTheExactFigure() {
		ProfileId ada = this.people.create(Map.of("firstName", "Ada", "lastName", "Lovelace", "country", "BE")).id();
		consent(ada);
		crowd(10_200);
		this.jdbc.sql("update profile set bucket = 1023 where id = :id").param("id", ada.id()).update();
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		ReachCount.Reach sample = this.reach.count(decision);
		assertThat(sample.result().sampled()).isTrue();
		assertThat(sample.result().people()).isBetween(9_000L, 10_100L);
		ReachView waiting = this.views.view(decision, sample, new ReachFigure(ada.id(), "", 10_201));
		assertThat(waiting.people()).startsWith("A sample of").endsWith("of 10,201 people");
		assertThat(waiting.scopes().get(0).offered().number()).startsWith("≈\u00a010,201");
		assertThat(waiting.exact()).isEqualTo(new ReachView.Exact(null, 0, 1, 2));
		String first = page("/decisions/hero/draft/reach");
		assertThat(first.contains("≈")).isEqualTo(first.contains("being counted"))
			.isEqualTo(first.contains("Look again"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> !page("/decisions/hero/draft/reach/exact?look=3").contains("being counted"));
		assertThat(page("/decisions/hero/draft/reach")).contains("10,201 people", "10,200 people", "1 person")
			.doesNotContain("≈", "being counted");
		assertThat(page("/decisions/hero/draft/reach/people?placement=web&gets=plain"))
			.contains("From an even sample of");
		assertThat(page("/decisions/hero/draft/reach/people?placement=web&gets=belgians")).contains("Ada Lovelace");
		ReachFigure figure = this.exact.find(decision);
		assertThat(this.exact.find(decision)).isSameAs(figure);
		this.erase.erase(ada, People.OPERATOR);
		assertThat(figure.people("web").values()).allSatisfy((some) -> assertThat(some).doesNotContain(ada));
		redraft(decision, scope("web", "personal"));
		assertThat(this.exact.find(this.decisions.get("hero"))).isNotSameAs(figure);
	}

	@Test
	void aCountOfADraftThatWasEditedMeanwhileIsGivenUp() {
		people(new Random(3), 5);
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		ReachFigure first = this.exact.find(decision);
		redraft(decision, scope("web", "personal"));
		ReachFigure second = this.exact.find(this.decisions.get("hero"));
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> second.reach() != null);
		assertThat(second).isNotSameAs(first);
		assertThat(this.exact.find(this.decisions.get("hero"))).isSameAs(second);
	}

	private Set<ProfileId> members(Decision decision, ReachChoice choice) {
		return this.groups.find(decision, "web", choice)
			.members()
			.stream()
			.map((member) -> member.person().id())
			.collect(Collectors.toSet());
	}

	/** Very many people of whom nothing is known, written by the store itself. */
	private void crowd(int many) {
		this.jdbc.sql("""
				insert into profile (id, version, first_name, first_name_key, name_key, search_text, bucket, created_at,
					updated_at, changed_by, country)
				select cast('01900000-0000-7000-8000-' || lpad(cast(n as varchar), 12, '0') as uuid), 0, 'Nemo', 'nemo',
					'nemo', 'nemo', mod(n, 1020), current_timestamp, current_timestamp, 'Sayso', 'FR'
				from generate_series(1, %d) as g(n)""".formatted(many)).update();
	}

	private void consented(List<ProfileId> everybody, List<ProfileId> fallen, Map<ProfileId, ScopeResult> after,
			ImpactResult.InScope web) {
		List<ProfileId> refused = everybody.stream()
			.filter((one) -> after.get(one).reason() == DecisionReason.PERSONALIZATION_REFUSED)
			.toList();
		refused.forEach(this::consent);
		Map<ProfileId, ScopeResult> open = ask(refused);
		Map<String, Long> all = new TreeMap<>();
		Map<String, Long> down = new TreeMap<>();
		refused.forEach((one) -> {
			all.merge(offer(open.get(one)), 1L, Long::sum);
			down.merge(offer(open.get(one)), fallen.contains(one) ? 1L : 0L, Long::sum);
		});
		assertThat(web.refused()).isNotEmpty().allSatisfy((one) -> {
			assertThat(one.all()).isEqualTo(all.get(one.offer()));
			assertThat(one.down()).isEqualTo(down.get(one.offer()));
		});
	}

	@Test
	void aDecisionThatNeverHeldIsComparedWithNothing() {
		people(new Random(12), 5);
		Decision draft = this.management.create("hero", "Hero", "",
				new DecisionContent(null, List.of(scope("web", "all")), "welcome", "", false), People.OPERATOR);
		ImpactResult result = take(draft, Patience.USUAL);
		assertThat(result.live()).isNull();
		assertThat(result.scopes().get(0).rows().stream().mapToLong(ImpactResult.Row::before).sum()).isZero();
		assertThat(result.scopes().get(0).rows().stream().mapToLong(ImpactResult.Row::after).sum()).isEqualTo(5);
		assertThat(this.jdbc.sql("select count(*) from outcome_count").query(Integer.class).single()).isZero();
	}

	@Test
	void aSampleSaysThatItIsOne() {
		List<ProfileId> everybody = people(new Random(13), 10);
		this.jdbc.sql("update profile set bucket = 900").update();
		everybody.subList(0, 3)
			.forEach((one) -> this.jdbc.sql("update profile set bucket = 15 where id = :id")
				.param("id", one.id())
				.update());
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		Patience hasty = new Patience(5, 0);
		ImpactResult sample = take(decision, hasty);
		assertThat(sample.sampled()).isTrue();
		assertThat(sample.people()).isEqualTo(3);
		assertThat(page("/decisions/hero/impact")).contains("From a sample of 3 of 10 people", "≈\u00a010",
				"Count all 10 people");
		Impact whole = this.take.begin(decision, true, People.OPERATOR);
		this.take.run(whole, hasty, () -> false);
		assertThat(this.impacts.list(whole.decision()).get(0).result().people()).isEqualTo(10);
		assertThat(page("/decisions/hero/impact")).contains("Over all 10 people").doesNotContain("≈");
	}

	@Test
	void itIsWorkedOutInTheBackgroundAndCanBeOpenedAgain() {
		ProfileId ada = this.people.create(Map.of("firstName", "Ada", "lastName", "Lovelace")).id();
		Decision decision = this.samples.live("hero", "welcome", scope("web", "all"));
		decision = redraft(decision, scope("web", "personal"));
		assertThat(page("/decisions/hero/impact")).contains("Who would get what?");
		String address = this.mvc.post()
			.uri("/decisions/hero/impact")
			.with(SignIn.marketer())
			.with(csrf())
			.exchange()
			.getResponse()
			.getRedirectedUrl();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !page(address).contains("data-test=\"moving\""));
		assertThat(page(address)).contains("Over 1 person", "Compared with version 1", "Ada Lovelace",
				"/decisions/hero/simulation?who=", "1 person moves from an offer to the fallback",
				"1 of them would get “Name of hello” if they consented");
		assertThat(page("/decisions/hero/review")).contains("/decisions/hero/impact");
		redraft(decision, scope("web", "all"));
		assertThat(page(address)).contains("edited after this was worked out");
		this.erase.erase(ada, People.OPERATOR);
		assertThat(page(address)).doesNotContain("Ada Lovelace");
		assertThat(this.jdbc.sql("select result from decision_impact").query(String.class).single())
			.doesNotContain(ada.toString());
		assertThat(this.mvc.get().uri("/decisions/hero/impact?of=" + ada).with(SignIn.marketer())).hasStatus(404);
	}

	@Test
	void oneThatBrokeOffSaysSo() {
		this.samples.live("hero", "welcome", scope("web", "all"));
		Impact begun = this.take.begin(this.decisions.get("hero"), false, People.OPERATOR);
		this.jdbc.sql("update decision_impact set touched_at = '2026-01-01T00:00:00Z'").update();
		assertThat(page("/decisions/hero/impact?of=" + begun.id())).contains("did not come to its end");
	}

	private ImpactResult take(Decision decision, Patience patience) {
		Impact begun = this.take.begin(decision, false, People.OPERATOR);
		this.take.run(begun, patience, () -> false);
		return this.impacts.list(begun.decision()).get(0).result();
	}

	private Decision redraft(Decision decision, DecisionScope... scopes) {
		return this.management.edit(decision.id(), this.samples.version(decision.id()), decision.name(), "",
				decision.draft().with(List.of(scopes)), People.OPERATOR);
	}

	private void publish(Decision decision) {
		this.management.publish(decision.id(), this.samples.version(decision.id()), People.OPERATOR);
		this.samples.changed();
	}

	private Map<ProfileId, ScopeResult> ask(List<ProfileId> people) {
		Map<ProfileId, ScopeResult> answers = new HashMap<>();
		people.forEach((one) -> answers.put(one,
				this.makeDecision.decide(new DecisionRequest(one.toString(),
						List.of(new DecisionRequest.ScopeReference("hero", "web")), null, Map.of(), null, false, true))
					.propositions()
					.get(0)
					.result()));
		return answers;
	}

	private static String offer(ScopeResult result) {
		return result.items().isEmpty() ? result.fallback().offer().slug() : result.items().get(0).offer().slug();
	}

	private static Map<String, Long> counted(Map<ProfileId, ScopeResult> answers) {
		Map<String, Long> counted = new TreeMap<>();
		answers.values().forEach((one) -> counted.merge(offer(one) + " " + one.reason(), 1L, Long::sum));
		return counted;
	}

	private static Map<String, Long> counted(ImpactResult.InScope scope, boolean before) {
		Map<String, Long> counted = new TreeMap<>();
		scope.rows().forEach((row) -> {
			long many = before ? row.before() : row.after();
			if (many > 0) {
				counted.put(row.offer() + " " + row.reason(), many);
			}
		});
		return counted;
	}

	private List<ProfileId> people(Random random, int many) {
		List<ProfileId> people = new ArrayList<>();
		for (int number = 0; number < many; number++) {
			ProfileId one = this.people.create(Map.of("country", random.nextBoolean() ? "BE" : "FR")).id();
			people.add(one);
			if (random.nextBoolean()) {
				consent(one);
			}
		}
		return people;
	}

	private void consent(ProfileId person) {
		this.say.record(person, Declaration.bySubject(List.of(Statement.of(Purpose.PERSONALIZE_CONTENT, Choice.YES)),
				Evidence.NONE, "test", null));
	}

	private String page(String path) {
		MvcTestResult answer = this.mvc.get().uri(path).with(SignIn.marketer()).exchange();
		assertThat(answer).as(path).hasStatusOk();
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
