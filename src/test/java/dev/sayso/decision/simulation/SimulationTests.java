package dev.sayso.decision.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.MakeDecision;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.outcome.OutcomeWriter;
import dev.sayso.decision.simulation.DecisionSimulation.Simulation;
import dev.sayso.offer.Cap;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * A simulation answers what would be answered, for anybody at any moment, and leaves
 * nothing behind.
 */
@ProductTest
class SimulationTests {

	static final String HERO = "/decisions/hero/simulation";

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
	MakeDecision make;

	@Autowired
	DecisionSimulation simulate;

	@Autowired
	LiveCatalogue catalogue;

	@Autowired
	TestProfiles testProfiles;

	DecisionSamples samples;

	@BeforeEach
	void aShop() {
		this.samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.placement("mail", "email", "text")
			.offers(says("birthday", "web", "<p>Many happy returns</p>").priority(90)
				.eligible(Condition.all(new Comparison("birthDate", Operator.ANNIVERSARY_TODAY))),
					says("hello", "web", "<p>Hello {{profile.firstName}}</p>").priority(60)
						.caps(new Cap(Cap.Event.DECISION, true, 2, Cap.Period.WEEK)),
					says("belgians", "web", "<p>Dag</p>").priority(50)
						.eligible(Condition.all(new Comparison("country", Operator.IS, "BE"))),
					says("news", "mail", "News for {{profile.city}}"))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "birthday", "hello", "belgians")
			.collection("mails", "news");
		this.samples.live("hero", "welcome", scope("web", "all"), scope("mail", "mails"));
	}

	@Test
	void itAnswersWhatTheApiWouldNow() {
		List<Profile> crowd = new ArrayList<>();
		for (String country : List.of("BE", "FR")) {
			for (Choice choice : new Choice[] { Choice.YES, Choice.NO, Choice.UNKNOWN }) {
				Profile one = this.people.create(Map.of("country", country, "language", "nl"));
				say(one, choice);
				crowd.add(one);
			}
		}
		for (int round = 0; round < 3; round++) {
			for (Profile one : crowd) {
				agree(SimulatedPerson.of(one));
				this.make.decide(request(one.id().toString(), false));
			}
			agree(SimulatedPerson.NOBODY);
		}
	}

	@Test
	void itChangesNothing() {
		Profile one = consenting(Map.of("country", "BE"));
		this.make.decide(request(one.id().toString(), false));
		Map<String, Long> before = rows();
		for (String who : List.of("", one.id().toString(), "email:" + one.details().email())) {
			for (String path : List.of(HERO, HERO + "/pane", HERO + "/preview/web/hello")) {
				assertThat(get(path + "?ladder=on&who=" + who)).hasStatusOk();
			}
		}
		assertThat(get("/profiles/" + one.id() + "/decisions")).hasStatusOk();
		assertThat(rows()).isEqualTo(before);
	}

	@Test
	void whoRefusesSeesWhyAndWhatTheyWouldSeeOtherwise() {
		Profile one = this.people.create(Map.of("firstName", "Camille", "country", "BE"));
		say(one, Choice.NO);
		assertThat(get(HERO + "?who=" + one.id())).hasStatusOk()
			.bodyText()
			.contains("Name of welcome", "since Camille has not consented to personalization",
					"With consent to personalization:", "<b>Name of hello</b>", "Held back", "May contact");
		say(one, Choice.YES);
		assertThat(get(HERO + "?who=" + one.id())).bodyText()
			.contains("The best of what Camille may see.", "Not met:")
			.doesNotContain("With consent to personalization");
	}

	@Test
	void conditionsAreAskedAtTheMomentThatIsSimulated() {
		Profile one = consenting(Map.of("birthDate", "1990-02-03"));
		assertThat(shown(one, Instant.parse("2031-02-03T12:00:00Z"))).isEqualTo("birthday");
		assertThat(shown(one, Instant.parse("2031-02-05T12:00:00Z"))).isEqualTo("hello");
		assertThat(get(HERO + "?at=2031-02-03T12:00&who=" + one.id())).bodyText()
			.contains("preview/web/birthday", "score 90");
	}

	@Test
	void capsCountAsTheyStand() {
		Profile one = consenting(Map.of("country", "BE"));
		assertThat(shown(one, Instant.now())).isEqualTo("hello");
		this.make.decide(request(one.id().toString(), false));
		this.make.decide(request(one.id().toString(), false));
		assertThat(get(HERO + "?who=" + one.id())).bodyText()
			.contains("A cap is spent: at most 2 decisions per person a week.", "2 of 2 taken.", "Name of belgians");
		assertThat(shown(one, Instant.now().plusSeconds(8 * 24 * 3600))).isEqualTo("hello");
	}

	@Test
	void anyVersionIsSimulatedAndTheDraftUnlessToldOtherwise() {
		Decision decision = this.sayso.getBean(Decisions.class).get("hero");
		this.sayso.getBean(DecisionManagement.class)
			.edit(decision.id(), 1, "Name of hero", "", decision.draft().with(List.of(scope("mail", "mails"))),
					People.OPERATOR);
		assertThat(get(HERO)).bodyText().doesNotContain("shows-web").contains("shows-mail");
		assertThat(get(HERO + "?version=1")).bodyText().contains("shows-web", "shows-mail");
		assertThat(get(HERO + "?version=2")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whatCannotBeReadIsSaidAndLeftOut() {
		assertThat(get(HERO + "?tab=request&at=soon&itemCount=900&context={1&language=x&who=email:nobody@x.example"))
			.hasStatusOk()
			.bodyText()
			.contains("Give a day and a time.", "A whole number from 1 to 100.", "This is not a JSON object.",
					"This is not a language.", "Nobody is called so.")
			.doesNotContain("&quot;itemCount&quot;");
		assertThat(get(HERO + "?tab=request&context={\"page\":\"home\"}")).bodyText()
			.contains("&quot;page&quot; : &quot;home&quot;", "&quot;dryRun&quot; : true");
		assertThat(get(HERO + "?tab=response")).bodyText().contains("&quot;propositions&quot;");
	}

	@Test
	void whatAnOfferSaysIsShownWhereItCanDoNothing() {
		Profile one = consenting(Map.of("firstName", "Ada <b>"));
		MvcTestResult seen = get(HERO + "/preview/web/hello?who=" + one.id());
		assertThat(seen).hasStatusOk().bodyText().contains("<p>Hello Ada &lt;b&gt;</p>");
		assertThat(seen.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
		assertThat(get(HERO + "/preview/web/nothing")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void besideTheBoardTheSameIsSaidAsOnThePage() {
		Profile one = consenting(Map.of());
		assertThat(get(HERO + "/pane?who=" + one.id())).bodyText()
			.contains("Name of hello")
			.doesNotContain("data-hx-swap-oob", "<!doctype");
	}

	@Test
	void aTestProfileIsMadeTriedChangedAndDeleted() {
		assertThat(send(HttpMethod.POST, "/decisions/hero/made-up-people", "name", "", "birthDate", "never"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-name-error", "details-birthDate-error");
		send(HttpMethod.POST, "/decisions/hero/made-up-people", "name", "Belgian who agrees", "firstName", "Lotte",
				"country", "BE", "language", "nl", "say.personalize.content", "y");
		TestProfile lotte = this.testProfiles.findAllByOrderByName().get(0);
		String who = HERO + "?who=made-up:" + lotte.id();
		assertThat(get(who)).bodyText().contains("Belgian who agrees", "Name of hello", "in Dutch", "No address");
		assertThat(get(HERO + "/preview/web/hello?who=made-up:" + lotte.id())).bodyText().contains("Hello Lotte");
		String path = "/decisions/hero/made-up-people/" + lotte.id();
		assertThat(send(HttpMethod.PUT, path, "version", "0", "name", "Belgian who refuses", "country", "BE",
				"say.personalize.content", "n"))
			.hasStatus3xxRedirection();
		assertThat(get(who)).bodyText().contains("Belgian who refuses", "Name of welcome", "With consent to");
		assertThat(send(HttpMethod.PUT, path, "version", "0", "name", "Late")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Belgian who refuses");
		assertThat(get("/activity")).bodyText().contains("Belgian who refuses");
		send(HttpMethod.DELETE, path);
		assertThat(this.testProfiles.findAllByOrderByName()).isEmpty();
		assertThat(get(who)).hasStatusOk().bodyText().contains("Nobody is called so.");
	}

	@Test
	void thePageOfAPersonTellsWhatTheyWouldSeeAndWhatTheySaw() {
		Profile one = consenting(Map.of("firstName", "Ada"));
		String tab = "/profiles/" + one.id() + "/decisions";
		assertThat(get(tab)).bodyText()
			.contains("Name of hero", "Name of hello", "Kept for 90 days", "Nothing that is still kept.");
		DecisionResult decided = this.make.decide(request(one.id().toString(), false));
		this.sayso.getBean(OutcomeWriter.class).write();
		this.jdbc
			.sql("insert into proposition_event (proposition_id, event_id, type, at) values (:id, 'a', 'click', :at)")
			.param("id", decided.propositions().get(0).id())
			.param("at", Instant.now().atOffset(java.time.ZoneOffset.UTC))
			.update();
		assertThat(get(tab)).bodyText().contains("Name of news", "Clicked", "Name of mail");
		assertThat(get(tab + "?before=" + decided.propositions().get(0).id())).hasStatusOk();
		this.erase.erase(one.id(), People.OPERATOR);
		assertThat(get(tab)).hasStatus(HttpStatus.NOT_FOUND);
	}

	private void agree(SimulatedPerson who) {
		DecisionResult now = this.make.decide(request(who.key().isEmpty() ? null : who.key(), true));
		Simulation simulated = this.simulate.simulate(this.catalogue.now().decisions().get("hero"), who,
				request(who.key().isEmpty() ? null : who.key(), true), now.context().at());
		assertThat(told(simulated.result())).isEqualTo(told(now));
	}

	/** Everything of an answer but the ids, which are new each time. */
	private static List<Object> told(DecisionResult decided) {
		List<Object> told = new ArrayList<>();
		decided.propositions().forEach((proposition) -> {
			told.add(
					proposition.result().items().stream().map((item) -> item.offer().slug() + item.content()).toList());
			told.add(proposition.result().fallback() != null ? proposition.result().fallback().content() : "");
			told.add(proposition.result().reason());
			told.add(proposition.contact() != null ? proposition.contact().allowed() : "");
			proposition.result()
				.trace()
				.forEach((step) -> told.add(step.offer().slug() + step.outcome() + step.score()));
		});
		return told;
	}

	private String shown(Profile person, Instant at) {
		Simulation simulation = this.simulate.simulate(this.catalogue.now().decisions().get("hero"),
				SimulatedPerson.of(person), request(person.id().toString(), true), at);
		return simulation.result().propositions().get(0).result().items().get(0).offer().slug();
	}

	private static DecisionRequest request(String profile, boolean dry) {
		return new DecisionRequest(profile, List.of(new DecisionRequest.ScopeReference("hero", null)), null, Map.of(),
				null, true, dry);
	}

	private Map<String, Long> rows() {
		this.sayso.getBean(OutcomeWriter.class).write();
		Map<String, Long> rows = new LinkedHashMap<>();
		for (String sum : List.of("count(*) from proposition", "count(*) from proposition_event",
				"coalesce(sum(taken), 0) from outcome_count", "coalesce(sum(taken), 0) from cap_count",
				"count(*) from cap_count", "count(*) from audit_entry", "count(*) from ledger_entry")) {
			rows.put(sum, this.jdbc.sql("select " + sum).query(Long.class).single());
		}
		return rows;
	}

	private Profile consenting(Map<String, String> details) {
		Profile person = this.people.create(details);
		say(person, Choice.YES);
		return person;
	}

	private void say(Profile person, Choice choice) {
		this.say.record(person.id(), Declaration.bySubject(List.of(Statement.of(Purpose.PERSONALIZE_CONTENT, choice)),
				Evidence.NONE, "test", null));
	}

	private MvcTestResult get(String path) {
		MvcTestResult answer = this.mvc.get()
			.uri(java.net.URI.create(path.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22")))
			.with(SignIn.marketer())
			.exchange();
		answer.getResponse().setCharacterEncoding(StandardCharsets.UTF_8.name());
		return answer;
	}

	private MvcTestResult send(HttpMethod method, String path, String... namesAndValues) {
		var request = this.mvc.method(method).uri(path).with(SignIn.marketer()).with(csrf());
		for (int at = 0; at < namesAndValues.length; at += 2) {
			request.param(namesAndValues[at], namesAndValues[at + 1]);
		}
		return request.exchange();
	}

}
