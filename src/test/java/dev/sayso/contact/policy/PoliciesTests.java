package dev.sayso.contact.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.consent.status.Verdict;
import dev.sayso.contact.CustomActionManagement;
import dev.sayso.contact.MarketingAction;
import dev.sayso.contact.MarketingActions;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Holds what a marketer counts on who writes, previews and enables consent policies.
 */
@ProductTest
class PoliciesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	RecordSay says;

	@Autowired
	PolicyManagement management;

	@Autowired
	ConsentPolicies policies;

	@Autowired
	PolicyConditions conditions;

	@Autowired
	PolicyEffects effects;

	@Autowired
	PolicySentences sentences;

	@Autowired
	MarketingActions actions;

	@Autowired
	CustomActionManagement custom;

	@Autowired
	ConsentSettings settings;

	@Autowired
	ContactStatuses statuses;

	@Autowired
	PeopleLoader loader;

	@Autowired
	EraseProfile erasure;

	@Autowired
	ApplicationContext sayso;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Test
	void aPolicyGoesFromDraftThroughPreviewToForceAndOutOfItAgain() {
		Profile silent = this.people.create(Map.of("country", "BE"));
		Profile willing = this.people.create(Map.of("country", "BE"));
		Profile abroad = this.people.create(Map.of("country", "FR"));
		say(willing, Purpose.MARKETING_EMAIL, Choice.YES);
		MultiValueMap<String, String> form = fields(open("/policies/new"));
		form.set("name", "Explicit yes in Belgium");
		form.set("act", "line:0.0");
		form = fields(html(send(HttpMethod.POST, "/policies/draft", form)));
		form.set("value.0.0.1", "BE");
		form.remove("act");
		MvcTestResult made = send(HttpMethod.POST, "/policies", form);
		assertThat(made).hasRedirectedUrl("/policies/explicit-yes-in-belgium");
		assertThat(verdict(silent, "email-targeting").allowed()).isTrue();
		Document page = open("/policies/explicit-yes-in-belgium");
		assertThat(page.select("#sentence").text()).isEqualTo(
				"If the marketing action is E-mail targeting, then of people in Belgium, only people whose choice"
						+ " for that channel is Yes.");
		assertThat(page.select("[data-test=more]").text()).isEqualTo("1");
		assertThat(page.select("[data-channel=email] [data-test=after]").text()).isEqualTo("1");
		assertThat(page.select("[data-test=moves] li").text()).contains(silent.name(), "Yes by default");
		assertThat(page.select("[data-test=moves] a[download]").attr("href"))
			.isEqualTo("/policies/explicit-yes-in-belgium/moves.csv?moves=out");
		assertThat(file("/policies/explicit-yes-in-belgium/moves.csv?moves=out")).containsExactly(
				"id,name,channels,lacks",
				silent.id() + "," + silent.name() + ",email,Choice on contact by e-mail: Yes by default");
		assertThat(file("/policies/explicit-yes-in-belgium/moves.csv?moves=in")).hasSize(1);
		assertThat(file("/policies/explicit-yes-in-belgium/left-out.csv")).hasSize(1);
		assertThat(open("/policies/explicit-yes-in-belgium/left-out").select("[data-test=left-out]").text())
			.contains("No version is in force");
		MvcTestResult enabled = send(HttpMethod.PUT, "/policies/explicit-yes-in-belgium/force",
				fields(page, "#takes-over"));
		assertThat(enabled).hasRedirectedUrl("/policies/explicit-yes-in-belgium");
		Instant since = this.clock.instant();
		assertThat(verdict(silent, "email-targeting").reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.code()).isEqualTo(Verdict.Code.POLICY);
			assertThat(reason.policy())
				.isEqualTo(new Verdict.PolicyVersion("explicit-yes-in-belgium", 1, "Explicit yes in Belgium"));
			assertThat(reason.since()).isBeforeOrEqualTo(since);
		});
		assertThat(verdict(silent, Question.TRANSACTIONAL).allowed()).isTrue();
		assertThat(verdict(silent, Question.PERSONALIZATION).has(Verdict.Code.POLICY)).isFalse();
		assertThat(verdict(willing, "email-targeting").allowed()).isTrue();
		assertThat(verdict(abroad, "email-targeting").allowed()).isTrue();
		assertThat(file("/policies/explicit-yes-in-belgium/left-out.csv")).hasSize(2)
			.last()
			.asString()
			.contains(silent.name());
		assertThat(open("/policies/explicit-yes-in-belgium/left-out").select("[data-test=left-out]").text())
			.contains("1 person", silent.name(), "Yes by default")
			.doesNotContain(willing.id().toString());
		page = open("/policies/explicit-yes-in-belgium");
		assertThat(page.select("[data-test=enabled]").text()).contains("version 1");
		send(HttpMethod.DELETE, "/policies/explicit-yes-in-belgium/force",
				fields(page, "#versions form[action$=force]"));
		assertThat(verdict(silent, "email-targeting").allowed()).isTrue();
		assertThat(this.statuses.find(List.of(silent), since).get(silent.id())).satisfies((status) -> assertThat(
				this.statuses.verdict(status, new Question(Channel.EMAIL, "email-targeting", since)).allowed())
			.isFalse());
		assertThat(audited()).containsExactly("created", "enabled", "disabled");
	}

	@Test
	void whatIsCountedIsWhatMemoryFinds() {
		List<Profile> crowd = new ArrayList<>();
		Random random = new Random(7);
		for (int number = 0; number < 20; number++) {
			Profile somebody = this.people.create(Map.of("country", random.nextBoolean() ? "FR" : "BE", "email",
					random.nextInt(4) == 0 ? "" : "sample." + number + "@hearth.example"));
			crowd.add(somebody);
			if (random.nextBoolean()) {
				say(somebody, Purpose.values()[random.nextInt(3)],
						List.of(Choice.YES, Choice.NO, Choice.PENDING).get(random.nextInt(3)));
			}
		}
		for (int turn = 0; turn < 25; turn++) {
			PolicyContent before = (turn % 4 == 0) ? null : RandomPolicies.content(random);
			PolicyContent after = RandomPolicies.content(random);
			PolicyEffect effect = this.effects.count(before, after, List.of()).orElseThrow();
			assertThat(effect.channels()).isNotEmpty().allSatisfy((on) -> {
				assertThat(on.before()).isEqualTo(leftOut(crowd, before, on.channel()).size());
				assertThat(on.after()).isEqualTo(leftOut(crowd, after, on.channel()).size());
			});
			List<ProfileId> more = moved(crowd, before, after);
			assertThat(effect.more()).isEqualTo(more.size());
			assertThat(effect.fewer()).isEqualTo(moved(crowd, after, before).size());
			assertThat(this.effects.movers(before, after, false, null, 100)).extracting(PolicyEffects.Mover::profile)
				.containsExactlyInAnyOrderElementsOf(more);
		}
	}

	@Test
	void aPairThatTogetherAllowsNobodyIsAskedOnceMore() {
		this.people.create(Map.of("country", "BE"));
		this.people.create(Map.of("country", "FR"));
		enable("only-be", only("country", "BE"));
		ConsentPolicy french = this.management.create("only-fr", "Only France", "", only("country", "FR"),
				People.OPERATOR);
		Document page = open("/policies/only-fr");
		assertThat(page.select("[data-test=pairs]").text()).contains("only-be v1", "2 people", "nobody is left");
		MultiValueMap<String, String> force = fields(page, "#takes-over");
		MvcTestResult asked = send(HttpMethod.PUT, "/policies/only-fr/force", force);
		assertThat(asked).hasStatus(422);
		assertThat(html(asked).select("[data-test=asks]").text()).contains("nobody is left");
		assertThat(this.policies.get(french.id()).newest()).isNull();
		MvcTestResult anyway = send(HttpMethod.PUT, "/policies/only-fr/force",
				with(fields(html(asked), "[data-test=asks] form"), "anyway", "true"));
		assertThat(anyway).hasStatus(302);
		assertThat(this.policies.get(french.id()).newest()).isEqualTo(1);
	}

	@Test
	void theListSaysWhatIsInForceBesideADraft() {
		this.people.create(Map.of("country", "FR"));
		enable("only-be", only("country", "BE"));
		Document page = open("/policies/only-be");
		assertThat(page.select("[data-test=effect] h2").text()).isEqualTo("Left out by version 1");
		assertThat(page.select("[data-test=before], [data-test=more], [data-test=unsaved]")).isEmpty();
		assertThat(open("/policies/only-be/versions").select(".filters, .compared")).isEmpty();
		MultiValueMap<String, String> form = fields(page);
		form.set("value.0.1.0", "FR");
		Document edited = html(send(HttpMethod.PUT, "/policies/answer", form));
		assertThat(edited.select("[data-test=effect] h2").text()).isEqualTo("What version 2 changes");
		assertThat(edited.select("[data-test=unsaved]")).hasSize(1);
		assertThat(send(HttpMethod.PUT, "/policies/only-be", form)).hasStatus(302);
		assertThat(open("/policies").select("tbody tr").text()).contains("Belgium", "Enabled", "Draft of version 2")
			.doesNotContain("France");
		assertThat(this.mvc.get().uri("/policies/only-be/force").with(SignIn.marketer()))
			.hasRedirectedUrl("/policies/only-be");
	}

	@Test
	void whatIsScheduledTakesOverByItselfUnlessItIsTakenBack() {
		Profile somebody = this.people.create(Map.of("country", "FR"));
		ConsentPolicy policy = this.management.create("only-be", "Only Belgium", "", only("country", "BE"),
				People.OPERATOR);
		MultiValueMap<String, String> force = fields(open("/policies/only-be"), "#takes-over");
		force.set("begin", "date");
		force.set("day", "2001-01-01");
		assertThat(html(send(HttpMethod.PUT, "/policies/only-be/force", force)).select(".error").text())
			.contains("This is past");
		force.set("day", "2027-01-01");
		force.set("zone", "Asia/Atlantis");
		assertThat(send(HttpMethod.PUT, "/policies/only-be/force", force)).hasStatus(400);
		force.set("zone", "Pacific/Kiritimati");
		assertThat(send(HttpMethod.PUT, "/policies/only-be/force", force)).hasStatus(302);
		assertThat(this.jdbc.sql("select from_at from consent_policy_force").query(OffsetDateTime.class).single())
			.isEqualTo("2026-12-31T10:00:00Z");
		send(HttpMethod.DELETE, "/policies/only-be/schedule",
				new LinkedMultiValueMap<>(Map.of("version", List.of(version(policy)))));
		force = fields(open("/policies/only-be"), "#takes-over");
		force.set("begin", "date");
		force.set("day", "2027-01-01");
		assertThat(send(HttpMethod.PUT, "/policies/only-be/force", force)).hasStatus(302);
		assertThat(verdict(somebody, "email-targeting").allowed()).isTrue();
		Instant later = Instant.parse("2027-02-01T00:00:00Z");
		Document page = open("/policies/only-be");
		assertThat(page.select("[data-test=scheduled]").text()).contains("1 January 2027");
		assertThat(later(somebody, later).has(Verdict.Code.POLICY)).isTrue();
		send(HttpMethod.DELETE, "/policies/only-be/schedule",
				new LinkedMultiValueMap<>(Map.of("version", List.of(version(policy)))));
		assertThat(later(somebody, later).has(Verdict.Code.POLICY)).isFalse();
	}

	@Test
	void whatIsLeftOutOfAFormIsWhatIsWrongWithIt() {
		ConsentPolicy policy = this.management.create("only-be", "Only Belgium", "", only("country", "BE"),
				People.OPERATOR);
		MvcTestResult empty = send(HttpMethod.POST, "/policies", new LinkedMultiValueMap<>());
		assertThat(empty).hasStatus(422);
		assertThat(html(empty).select("[name=name][aria-invalid=true]")).hasSize(1);
		MultiValueMap<String, String> named = new LinkedMultiValueMap<>(Map.of("name", List.of("Named")));
		assertThat(send(HttpMethod.POST, "/policies", named)).hasStatus(422);
		assertThat(this.jdbc.sql("select slug from consent_policy").query(String.class).list())
			.containsExactly("only-be");
		named.set("version", version(policy));
		assertThat(send(HttpMethod.PUT, "/policies/only-be", named)).hasStatus(422);
		assertThat(this.policies.get(policy.id()).draft()).isEqualTo(policy.draft());
		MvcTestResult undated = send(HttpMethod.PUT, "/policies/only-be/force",
				new LinkedMultiValueMap<>(Map.of("begin", List.of("date"))));
		assertThat(undated).hasStatus(422);
		assertThat(html(undated).select("[name=day][aria-invalid=true]")).hasSize(1);
		assertThat(send(HttpMethod.PUT, "/policies/only-be/force", new LinkedMultiValueMap<>())).hasStatus(409);
		assertThat(this.policies.get(policy.id()).newest()).isNull();
	}

	@Test
	void whatIsWrongIsSaidAtItsPlaceAndTwoWhoEditAtOnceAreTold() {
		Condition deep = new Comparison("country", Operator.IS, "BE");
		for (int depth = 0; depth < Condition.DEEPEST; depth++) {
			deep = Condition.all(deep);
		}
		PolicyContent tooDeep = PolicyContent.of(Condition.all(deep), required().required());
		assertThatThrownBy(() -> this.management.create("deep", "Deep", "", tooDeep, People.OPERATOR))
			.isInstanceOfSatisfying(InvalidConditionException.class,
					(invalid) -> assertThat(invalid.faults()).singleElement()
						.satisfies((fault) -> assertThat(fault.pointer()).startsWith("/all/0/all/0/all/0")));
		for (String unknown : List.of("attributes.gone", "reach.email")) {
			PolicyContent content = PolicyContent.of(Condition.all(new Comparison("country", Operator.IS, "BE")),
					Condition.all(new Comparison(unknown, Operator.IS, "may")));
			assertThatThrownBy(() -> this.management.create("gone", "Gone", "", content, People.OPERATOR))
				.isInstanceOfSatisfying(InvalidConditionException.class,
						(invalid) -> assertThat(invalid.faults()).singleElement()
							.satisfies((fault) -> assertThat(fault.pointer()).isEqualTo("/all/1/all/0/fact")));
		}
		ConsentPolicy policy = this.management.create("some", "Some", "", required(), People.OPERATOR);
		MultiValueMap<String, String> form = fields(open("/policies/some"));
		this.management.edit(policy.id(), 0, "Renamed", "", required(), People.OPERATOR);
		MvcTestResult stale = send(HttpMethod.PUT, "/policies/some", with(form, "name", "Mine"));
		assertThat(stale).hasStatus(409);
		assertThat(html(stale).text()).contains("Sofie Maes saved this policy meanwhile");
		form.set("fact.0.1.0", "attributes.gone");
		MvcTestResult broken = send(HttpMethod.PUT, "/policies/some", form);
		assertThat(broken).hasStatus(422);
		assertThat(html(broken).select("#fault-0\\.1\\.0").text()).contains("attributes.gone");
	}

	@Test
	void anAttributeIsNotTakenAwayFromAPolicyUnnoticed() {
		send(HttpMethod.POST, "/settings/attributes",
				new LinkedMultiValueMap<>(
						Map.of("name", List.of("account"), "label", List.of("Account"), "type", List.of("TEXT"))),
				SignIn.admin());
		String id = this.jdbc.sql("select id from attribute").query(String.class).single();
		enable("private-only", PolicyContent.of(Condition.all(new Comparison("action", Operator.IS, "email-targeting")),
				Condition.all(new Comparison("attributes.account", Operator.IS, "private"))));
		MvcTestResult refused = send(HttpMethod.DELETE, "/settings/attributes/" + id,
				new LinkedMultiValueMap<>(Map.of("name", List.of("account"))), SignIn.admin());
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("a[href=/policies/private-only]")).isNotEmpty();
	}

	@Test
	void actionsOfOnesOwnAreNamedByPoliciesAndThenKept() {
		Profile somebody = this.people.create(Map.of());
		this.custom.create("survey", "Survey", null, People.OPERATOR);
		enable("no-surveys", PolicyContent.of(Condition.all(new Comparison("action", Operator.IS, "survey")),
				Condition.all(new Comparison("required.channel", Operator.IS, "y"))));
		assertThat(verdict(somebody, "survey").has(Verdict.Code.POLICY)).isTrue();
		assertThat(verdict(somebody, "email-targeting").allowed()).isTrue();
		Document settings = open("/settings/marketing-actions", SignIn.admin());
		assertThat(settings.select("a[href=/policies/no-surveys]").text()).isEqualTo("no-surveys");
		assertThat(this.sentences.plain(this.policies.get("no-surveys").draft()))
			.isEqualTo("If the marketing action is Survey, then only people whose choice for that channel is Yes.");
		String id = this.jdbc.sql("select id from custom_action").query(String.class).single();
		send(HttpMethod.DELETE, "/settings/marketing-actions/" + id, new LinkedMultiValueMap<>(), SignIn.admin());
		assertThat(this.actions.find("survey")).isPresent();
		send(HttpMethod.PUT, "/settings/marketing-actions/" + id + "/archive", new LinkedMultiValueMap<>(),
				SignIn.admin());
		assertThat(this.actions.find("survey")).isPresent();
		assertThat(this.actions.own()).isEmpty();
		Document tab = open("/profiles/" + somebody.id() + "/contact?channel=email", SignIn.operator());
		assertThat(tab.select("[data-test=matrix] th").eachText()).doesNotContain("Survey");
	}

	@Test
	void versionsAreComparedAndRestored() {
		ConsentPolicy first = enable("some", required());
		this.management.edit(
				first.id(), first.version(), "some", "", PolicyContent
					.of(Condition.all(new Comparison("action", Operator.IS, "sms-targeting")), required().required()),
				People.OPERATOR);
		Document compared = open("/policies/some/versions?left=1&right=0");
		assertThat(compared.select("tr.changed").text()).contains("E-mail targeting", "SMS targeting", "Changed");
		assertThat(compared.select("tr.same").text()).contains("choice for that channel is Yes");
		ConsentPolicy edited = this.policies.get(first.id());
		this.management.enable(edited.id(), edited.version(), null, People.OPERATOR);
		send(HttpMethod.POST, "/policies/some/versions/1/restoration", new LinkedMultiValueMap<>());
		assertThat(this.policies.get(first.id()).draft()).isEqualTo(required());
		assertThat(open("/policies/some").select("[data-test=draft]").text()).isEqualTo("Draft of version 3");
	}

	@Test
	void whoIsErasedIsNotNamedByAnyPolicy() {
		Profile somebody = this.people.create(Map.of("email", "odile@hearth.example"));
		enable("not-them", PolicyContent.of(Condition.all(new Comparison("action", Operator.IS, "email-targeting")),
				Condition.all(new Comparison("email", Operator.IS_NOT, "odile@hearth.example"))));
		this.erasure.erase(somebody.id(), People.OPERATOR);
		assertThat(this.jdbc.sql("select draft from consent_policy").query(String.class).single())
			.doesNotContain("odile");
		assertThat(this.jdbc.sql("select content from consent_policy_version").query(String.class).single())
			.doesNotContain("odile");
		assertThat(this.jdbc.sql("select count(*) from audit_entry where changes like '%odile@%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void decisionsHoldPersonalizedOffersBackWhereAPolicyStandsAgainstThem() {
		DecisionSamples samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(DecisionSamples.says("hello", "web", "<p>Hello {{profile.firstName}}</p>").priority(60),
					DecisionSamples.says("plain", "web", "<p>Spring</p>").priority(40))
			.fallback(DecisionSamples.says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "hello", "plain")
			.collection("personal", "hello");
		this.custom.create("survey", "Survey", null, People.OPERATOR);
		samples.live("about-survey", "welcome", List.of("survey"), DecisionSamples.scope("web", "personal"));
		samples.live("mixed", "welcome", List.of("survey"), DecisionSamples.scope("web", "all"));
		Profile belgian = this.people.create(Map.of("country", "BE"));
		Profile french = this.people.create(Map.of("country", "FR"));
		List.of(belgian, french).forEach((each) -> say(each, Purpose.PERSONALIZE_CONTENT, Choice.YES));
		assertThat(decide(belgian, "about-survey")).contains("\"reason\":\"PICKED\"", "hello");
		enable("no-surveys", PolicyContent.of(Condition.all(new Comparison("action", Operator.IS, "survey")),
				Condition.all(new Comparison("country", Operator.IS, "FR"))));
		assertThat(decide(belgian, "about-survey")).contains("\"reason\":\"POLICY\"", "welcome")
			.contains("policy “no-surveys”, version 1");
		assertThat(decide(belgian, "mixed")).contains("\"reason\":\"PICKED\"", "plain");
		assertThat(decide(french, "about-survey")).contains("\"reason\":\"PICKED\"");
		enable("no-personalization",
				PolicyContent.of(Condition.all(new Comparison("action", Operator.IS, Question.PERSONALIZATION)),
						Condition.all(new Comparison("country", Operator.IS, "BE"))));
		assertThat(decide(french, "about-survey")).contains("\"reason\":\"PERSONALIZATION_REFUSED\"",
				"policy “no-personalization”, version 1");
	}

	private String decide(Profile person, String decision) {
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/decisions")
			.header("Authorization", "Bearer decisions")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"profile\":\"" + person.id() + "\",\"explain\":true,\"scopes\":[{\"decision\":\"" + decision
					+ "\"}]}")
			.exchange();
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void operatorsAndAuditorsReadAndChangeNothing() {
		enable("some", required());
		for (RequestPostProcessor reader : List.of(SignIn.operator(), SignIn.auditor())) {
			Document page = open("/policies/some", reader);
			assertThat(page.select("main form[action*=force], main button[name=act]")).isEmpty();
			assertThat(send(HttpMethod.PUT, "/policies/some/force",
					new LinkedMultiValueMap<>(Map.of("version", List.of("1"))), reader))
				.hasStatus(403);
		}
	}

	private static PolicyContent required() {
		return PolicyContent.of(Condition.all(new Comparison("action", Operator.IS, "email-targeting")),
				Condition.all(new Comparison("required.channel", Operator.IS, "y")));
	}

	private static PolicyContent only(String fact, String value) {
		return PolicyContent.of(Condition.all(new Comparison("action", Operator.IS, "email-targeting")),
				Condition.all(new Comparison(fact, Operator.IS, value)));
	}

	private ConsentPolicy enable(String slug, PolicyContent content) {
		ConsentPolicy created = this.management.create(slug, slug, "", content, People.OPERATOR);
		return this.management.enable(created.id(), created.version(), null, People.OPERATOR);
	}

	private String version(ConsentPolicy policy) {
		return String.valueOf(this.policies.get(policy.id()).version());
	}

	private void say(Profile person, Purpose purpose, Choice choice) {
		this.says.record(person.id(),
				Declaration.bySubject(List.of(Statement.of(purpose, choice)), Evidence.NONE, "Preferences v1", null));
	}

	private Verdict verdict(Profile person, String action) {
		return this.statuses.verdict(this.statuses.find(person),
				new Question(Channel.EMAIL, action, this.clock.instant()));
	}

	private Verdict later(Profile person, Instant at) {
		return this.statuses.verdict(this.statuses.find(List.of(person), at).get(person.id()),
				new Question(Channel.EMAIL, "email-targeting", at));
	}

	private List<ProfileId> leftOut(List<Profile> crowd, PolicyContent content, Channel channel) {
		if (content == null) {
			return List.of();
		}
		ConditionCompiler compiler = this.conditions.resolved();
		Map<ProfileId, PersonFacts> facts = this.loader.load(crowd, Set.of(AttributeValues.OfPerson.class));
		return crowd.stream()
			.filter((person) -> person.addresses().containsKey(channel))
			.map(Profile::id)
			.filter((id) -> this.actions.known()
				.stream()
				.filter((action) -> action.isFor(channel))
				.map(MarketingAction::key)
				.flatMap((action) -> ResolvedPolicy.of(content, action, channel).stream())
				.anyMatch((policy) -> compiler.compile(policy.when()).holds(facts.get(id))
						&& !compiler.compile(policy.only()).holds(facts.get(id))))
			.toList();
	}

	private List<ProfileId> moved(List<Profile> crowd, PolicyContent before, PolicyContent after) {
		return this.settings.channelsInUse().stream().flatMap((channel) -> {
			List<ProfileId> was = leftOut(crowd, before, channel);
			return leftOut(crowd, after, channel).stream().filter((id) -> !was.contains(id));
		}).distinct().toList();
	}

	private List<String> audited() {
		return this.jdbc.sql("select action from audit_entry where subject_type = 'consent_policy' order by seq")
			.query(String.class)
			.list();
	}

	private List<String> file(String path) {
		MvcTestResult answer = this.mvc.get().uri(path).with(SignIn.marketer()).exchange();
		assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace("\uFEFF", "")
			.lines()
			.toList();
	}

	private Document open(String path) {
		return open(path, SignIn.marketer());
	}

	private Document open(String path, RequestPostProcessor who) {
		MvcTestResult answer = this.mvc.get().uri(path).with(who).exchange();
		assertThat(answer).hasStatusOk();
		return html(answer);
	}

	private MvcTestResult send(HttpMethod method, String path, MultiValueMap<String, String> fields) {
		return send(method, path, fields, SignIn.marketer());
	}

	private MvcTestResult send(HttpMethod method, String path, MultiValueMap<String, String> fields,
			RequestPostProcessor who) {
		return this.mvc.method(method).uri(path).params(fields).with(who).with(SignIn.csrf()).exchange();
	}

	private static MultiValueMap<String, String> with(MultiValueMap<String, String> fields, String name, String value) {
		fields.set(name, value);
		return fields;
	}

	private static MultiValueMap<String, String> fields(Document page) {
		return fields(page, "#policy-form");
	}

	/** The fields of a form as a browser would send them. */
	private static MultiValueMap<String, String> fields(Document page, String form) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		Stream.of(page.selectFirst(form))
			.map((element) -> (org.jsoup.nodes.FormElement) element)
			.flatMap((element) -> element.formData().stream())
			.filter((field) -> !field.key().equals("_method") && !field.key().equals("_csrf"))
			.forEach((field) -> fields.add(field.key(), field.value()));
		return fields;
	}

	private static Document html(MvcTestResult answer) {
		try {
			return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
