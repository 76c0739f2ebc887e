package dev.sayso.consent;

import java.nio.charset.StandardCharsets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.condition.SqlBindings;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.contact.policy.PolicySamples;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.profile.EraseProfile;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.ServiceContent;
import dev.sayso.service.ServiceManagement;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.ServiceWords;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that whoever asks whether somebody may be contacted gets the same answer by every
 * door: checks of one and of many, files, audiences, the panel, conditions, and
 * placements of decisions; with policies that are enabled, and without.
 */
@ProductTest
class ContactDoorsTests {

	private static final String TOKEN = "a-token-of-the-test";

	private static final Condition EMAIL = Condition.all(new Comparison("action", Operator.IS, "email-targeting"));

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RecordSay say;

	@Autowired
	RecordSuppression suppress;

	@Autowired
	ContactStatuses statuses;

	@Autowired
	PeopleLoader loader;

	@Autowired
	ConditionCompiler conditions;

	@Autowired
	EraseProfile erase;

	@Autowired
	People people;

	@Autowired
	ProfileManagement management;

	@Autowired
	Attributes attributes;

	@Autowired
	ServiceManagement services;

	@Autowired
	RecordSubscription subscriptions;

	@Autowired
	PolicySamples policies;

	@Autowired
	ApplicationContext sayso;

	@Autowired
	Clock clock;

	@BeforeEach
	void token() {
		ApiTokenSamples.add(this.jdbc, "test", TOKEN, "contact,audiences");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void everyDoorGivesTheSameAnswer(long seed) throws Exception {
		Random random = new Random(seed);
		List<Profile> crowd = List.of(this.people.create(Map.of("email", "shared@hearth.example", "mobile", "")),
				this.people.create(Map.of("email", "Shared@hearth.example", "mobile", "+33639981245")),
				this.people.create(Map.of("email", "", "mobile", "+33639981245")),
				this.people.create(Map.of("email", "alone@hearth.example")));
		for (int turn = 0; turn < 24; turn++) {
			act(random, crowd.get(random.nextInt(crowd.size())));
		}
		assertSameByEveryDoor(crowd, List.of(Channel.EMAIL, Channel.SMS, Channel.CALL, Channel.POSTAL_MAIL));
	}

	@Test
	void policiesHoldByEveryDoor() throws Exception {
		this.attributes
			.save(new Attribute(Ids.next(), null, "account", "Account", Attribute.Type.TEXT, "", Instant.EPOCH));
		this.services.create("letter", Channel.EMAIL,
				new ServiceContent("Letter", "", false, ServiceValidity.ALWAYS, new ServiceWords(Map.of(), List.of())),
				People.OPERATOR);
		List<Profile> crowd = List.of(person("private"), person("private"), person("private"), person("business"));
		List.of(crowd.get(0), crowd.get(1), crowd.get(3))
			.forEach((each) -> this.say.record(each.id(),
					Declaration.bySubject(List.of(Statement.of(Purpose.PERSONALIZE_CONTENT, Choice.YES)), Evidence.NONE,
							"Preferences v1", null)));
		this.subscriptions.record(crowd.get(0).id(),
				Declaration.bySubject(List.of(), Evidence.NONE, "Preferences v1", null),
				SubscriptionStatement.in("letter", null, null));
		Map<String, Condition> policies = new LinkedHashMap<>();
		policies.put("private-only", new Comparison("attributes.account", Operator.IS, "private"));
		policies.put("who-consent", new Comparison("required.personalize.content", Operator.IS, "y"));
		policies.put("subscribers", new Comparison("subscriptions.letter", Operator.IS, true));
		policies.put("dutch", new Comparison("language", Operator.IS, "nl"));
		this.policies.enable("later", EMAIL, Condition.all(new Comparison("country", Operator.IS, "BE")),
				this.clock.instant().plus(Duration.ofDays(1)));
		int may = 4;
		assertThat(assertSameByEveryDoor(crowd, List.of(Channel.EMAIL))).hasSize(may);
		for (Map.Entry<String, Condition> policy : policies.entrySet()) {
			this.policies.enable(policy.getKey(), EMAIL, Condition.all(policy.getValue()), null);
			may--;
			assertThat(assertSameByEveryDoor(crowd, List.of(Channel.EMAIL))).as(policy.getKey()).hasSize(may);
		}
	}

	private Profile person(String account) {
		return this.management.create(People.details(Map.of("language", account.equals("private") ? "fr" : "nl")),
				Map.of("account", account), new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null));
	}

	/** Who may be contacted by e-mail. */
	private Set<String> assertSameByEveryDoor(List<Profile> crowd, List<Channel> channels) throws Exception {
		decision();
		Set<String> byEmail = Set.of();
		Map<ProfileId, ContactStatus> current = this.statuses.find(crowd);
		for (Channel channel : channels) {
			Map<String, Set<String>> expected = new TreeMap<>();
			crowd.forEach((person) -> expected.put(person.id().toString(),
					codes(this.statuses.verdict(current.get(person.id()), channel))));
			assertThat(checked(crowd, channel)).as("check of many, %s", channel).isEqualTo(expected);
			assertThat(each(crowd, channel)).as("checks of one, %s", channel).isEqualTo(expected);
			assertThat(checked(crowd, channel, ",\"at\":\"" + this.clock.instant() + "\"")).as("as of now, %s", channel)
				.isEqualTo(expected);
			assertThat(streamed(crowd, channel)).as("checks as NDJSON, %s", channel).isEqualTo(expected);
			assertThat(exported(channel)).as("export, %s", channel).isEqualTo(expected);
			Set<String> allowed = expected.entrySet()
				.stream()
				.filter((each) -> each.getValue().isEmpty())
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
			assertThat(inPanels(crowd, channel)).as("panel, %s", channel).isEqualTo(allowed);
			assertThat(eligible(crowd, channel)).as("condition, %s", channel).isEqualTo(allowed);
			assertThat(counted(channel)).as("condition in SQL, %s", channel).isEqualTo(allowed);
			assertThat(members(channel)).as("members, %s", channel).isEqualTo(allowed);
			if (channel == Channel.EMAIL) {
				assertThat(decided(crowd)).as("placement of a decision").isEqualTo(expected);
				byEmail = allowed;
			}
		}
		return byEmail;
	}

	@Test
	void whoOptsOutOnceIsContactableThroughNeitherProfileNorOnceErasedAndThereAgain() throws Exception {
		Map<String, String> details = Map.of("email", "twice@hearth.example");
		Profile one = this.people.create(details);
		Profile other = this.people.create(details);
		assertThat(checked(List.of(one, other), Channel.EMAIL).values()).allMatch(Set::isEmpty);
		this.say.record(one.id(), Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)),
				Evidence.NONE, "Preferences v1", null));
		assertThat(checked(List.of(one, other), Channel.EMAIL).values()).containsOnly(Set.of("OPTED_OUT"));
		this.erase.erase(one.id(), People.OPERATOR);
		this.erase.erase(other.id(), People.OPERATOR);
		Profile again = this.people.create(details);
		assertThat(checked(List.of(again), Channel.EMAIL).values()).noneMatch(Set::isEmpty);
		assertThat(exported(Channel.EMAIL).get(again.id().toString())).isNotEmpty();
	}

	private void act(Random random, Profile who) {
		try {
			Map.Entry<Channel, String> address = List.copyOf(who.addresses().entrySet())
				.get(random.nextInt(who.addresses().size()));
			if (random.nextInt(5) == 0) {
				this.suppress.record(address.getValue(),
						Suppression.of(address.getKey(), Suppression.Reason.values()[random.nextInt(6)], false,
								Origin.API, this.clock.instant(), null, null),
						People.OPERATOR);
			}
			else {
				this.say.record(who.id(), new Spoken(random).next(Instant.now().minusSeconds(10)));
			}
		}
		catch (OwnRefusalException ex) {
			// nothing was recorded
		}
	}

	private static Set<String> codes(Verdict verdict) {
		return verdict.reasons()
			.stream()
			.map((reason) -> reason.code().name())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Map<String, Set<String>> each(List<Profile> crowd, Channel channel) throws Exception {
		Map<String, Set<String>> each = new TreeMap<>();
		for (Profile person : crowd) {
			each.putAll(checked(List.of(person), channel));
		}
		return each;
	}

	private Map<String, Set<String>> checked(List<Profile> crowd, Channel channel) throws Exception {
		return checked(crowd, channel, "");
	}

	private Map<String, Set<String>> checked(List<Profile> crowd, Channel channel, String at) throws Exception {
		String names = crowd.stream().map((person) -> "\"" + person.id() + "\"").collect(Collectors.joining(","));
		String answer = ask("/api/v1/contact-checks", MediaType.APPLICATION_JSON,
				"{\"channel\":\"" + channel.key() + "\"" + at + ",\"profiles\":[" + names + "]}");
		return JsonPath.<List<Map<String, Object>>>read(answer, "$.verdicts")
			.stream()
			.collect(Collectors.toMap((verdict) -> verdict.get("id").toString(), ContactDoorsTests::codes, (a, b) -> a,
					TreeMap::new));
	}

	private Map<String, Set<String>> streamed(List<Profile> crowd, Channel channel) throws Exception {
		String lines = crowd.stream()
			.map((person) -> "{\"profile\":\"" + person.id() + "\"}")
			.collect(Collectors.joining("\n"));
		return ask("/api/v1/contact-checks?channel=" + channel.key(), MediaType.APPLICATION_NDJSON, lines).lines()
			.map((line) -> JsonPath.<Map<String, Object>>read(line, "$"))
			.collect(Collectors.toMap((verdict) -> verdict.get("id").toString(), ContactDoorsTests::codes, (a, b) -> a,
					TreeMap::new));
	}

	/** What stands against contact; nothing where it is allowed, and only then. */
	private static Set<String> codes(Map<String, Object> verdict) {
		List<String> codes = JsonPath.read(verdict, "$.reasons[*].code");
		assertThat(verdict.get("allowed")).isEqualTo(codes.isEmpty());
		return new TreeSet<>(codes);
	}

	private Map<String, Set<String>> exported(Channel channel) throws Exception {
		String file = text(this.mvc.post()
			.uri("/exports")
			.param("kind", "profiles")
			.param("format", "ndjson")
			.with(SignIn.operator())
			.with(csrf())
			.exchange());
		Map<String, Set<String>> exported = new TreeMap<>();
		file.lines().forEach((line) -> {
			List<String> reasons = JsonPath.read(line, "$.contact." + channel.key() + ".reasons");
			boolean allowed = JsonPath.read(line, "$.contact." + channel.key() + ".allowed");
			assertThat(allowed).isEqualTo(reasons.isEmpty());
			exported.put(JsonPath.read(line, "$.id"), new TreeSet<>(reasons));
		});
		return exported;
	}

	private Set<String> inPanels(List<Profile> crowd, Channel channel) throws Exception {
		Set<String> allowed = new TreeSet<>();
		for (Profile person : crowd) {
			String page = text(
					this.mvc.get().uri("/profiles/" + person.id() + "/contact").with(SignIn.operator()).exchange());
			String cell = Jsoup.parse(page).select("[data-channel=" + channel.key() + "] a > span").get(0).text();
			if (cell.equals("Yes")) {
				allowed.add(person.id().toString());
			}
		}
		return allowed;
	}

	private Set<String> eligible(List<Profile> crowd, Channel channel) {
		CompiledCondition may = may(channel);
		return this.loader.load(crowd, may.parts())
			.entrySet()
			.stream()
			.filter((person) -> may.holds(person.getValue()))
			.map((person) -> person.getKey().toString())
			.collect(Collectors.toSet());
	}

	private CompiledCondition may(Channel channel) {
		return this.conditions.compile(ConditionJson
			.parse("{\"fact\":\"reach." + channel.key() + "\",\"operator\":\"is\",\"value\":\"may\"}"));
	}

	private Set<String> counted(Channel channel) {
		CompiledCondition may = may(channel);
		SqlBindings values = SqlBindings.of(this.clock.instant());
		return Set.copyOf(this.jdbc
			.sql("select p.id from profile p where " + may.where(this.clock.instant(), ZoneOffset.UTC, values))
			.params(values.values())
			.query((row, number) -> row.getString(1))
			.list());
	}

	private Set<String> members(Channel channel) throws Exception {
		this.jdbc
			.sql("""
					insert into audience (id, version, slug, name, description, condition, created_at, changed_at, changed_by)
					select ?, 0, 'french', 'French', '', '{"fact":"country","operator":"is","value":"FR"}', current_timestamp,
						current_timestamp, 'test'
					where not exists (select 1 from audience)""")
			.param(Ids.next())
			.update();
		return text(this.mvc.get()
			.uri("/api/v1/audiences/french/members?channel=" + channel.key() + "&contactable=true")
			.header("Authorization", "Bearer " + TOKEN)
			.accept(MediaType.APPLICATION_NDJSON)
			.exchange()).lines().map((line) -> JsonPath.<String>read(line, "$.id")).collect(Collectors.toSet());
	}

	private void decision() {
		if (this.jdbc.sql("select not exists (select 1 from placement)").query(Boolean.class).single()) {
			new DecisionSamples(this.sayso).begin()
				.placement("mail", "email", "html")
				.offers(DecisionSamples.says("plain", "mail", "<p>Spring</p>"))
				.fallback(DecisionSamples.says("welcome", "mail", "<p>Welcome</p>"))
				.collection("all", "plain")
				.live("by-mail", "welcome", DecisionSamples.scope("mail", "all"));
		}
	}

	private Map<String, Set<String>> decided(List<Profile> crowd) throws Exception {
		Map<String, Set<String>> decided = new TreeMap<>();
		for (Profile person : crowd) {
			String answer = ask("decisions", "/api/v1/decisions", MediaType.APPLICATION_JSON,
					"{\"profile\":\"" + person.id() + "\",\"scopes\":[{\"decision\":\"by-mail\"}]}");
			decided.put(person.id().toString(),
					codes(JsonPath.<Map<String, Object>>read(answer, "$.propositions[0].contact")));
		}
		return decided;
	}

	private String ask(String path, MediaType type, String body) throws Exception {
		return ask(TOKEN, path, type, body);
	}

	private String ask(String token, String path, MediaType type, String body) throws Exception {
		return text(this.mvc.post()
			.uri(path)
			.header("Authorization", "Bearer " + token)
			.contentType(type)
			.content(body)
			.exchange());
	}

	private static String text(MvcTestResult answer) throws Exception {
		return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

}
