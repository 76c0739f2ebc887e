package dev.sayso.consent;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Sha256;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that whoever asks whether somebody may be contacted gets the same answer by every
 * door: checks of one and of many, files, the panel, and conditions of decisions.
 */
@ProductTest
class ContactDoorsTests {

	private static final String TOKEN = "a-token-of-the-test";

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
	Clock clock;

	@BeforeEach
	void token() {
		this.jdbc.sql("""
				insert into api_token (id, version, name, hash, scopes, created_at, created_by)
				values (?, 0, 'test', ?, 'contact', current_timestamp, 'test')""")
			.params(UUID.randomUUID(),
					HexFormat.of().formatHex(Sha256.digest().digest(TOKEN.getBytes(StandardCharsets.UTF_8))))
			.update();
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
		Map<ProfileId, ContactStatus> current = this.statuses.find(crowd);
		for (Channel channel : List.of(Channel.EMAIL, Channel.SMS, Channel.CALL, Channel.POSTAL_MAIL)) {
			Map<String, Set<String>> expected = new TreeMap<>();
			crowd.forEach((person) -> expected.put(person.id().toString(),
					codes(this.statuses.verdict(current.get(person.id()), channel))));
			assertThat(checked(crowd, channel)).as("check of many, %s", channel).isEqualTo(expected);
			assertThat(streamed(crowd, channel)).as("checks as NDJSON, %s", channel).isEqualTo(expected);
			assertThat(exported(channel)).as("export, %s", channel).isEqualTo(expected);
			Set<String> allowed = expected.entrySet()
				.stream()
				.filter((each) -> each.getValue().isEmpty())
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
			assertThat(inPanels(crowd, channel)).as("panel, %s", channel).isEqualTo(allowed);
			assertThat(eligible(crowd, channel)).as("condition, %s", channel).isEqualTo(allowed);
		}
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

	private Map<String, Set<String>> checked(List<Profile> crowd, Channel channel) throws Exception {
		String names = crowd.stream().map((person) -> "\"" + person.id() + "\"").collect(Collectors.joining(","));
		String answer = ask("/api/v1/contact-checks", MediaType.APPLICATION_JSON,
				"{\"channel\":\"" + channel.key() + "\",\"profiles\":[" + names + "]}");
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
		CompiledCondition may = this.conditions.compile(ConditionJson
			.parse("{\"fact\":\"reach." + channel.key() + "\",\"operator\":\"is\",\"value\":\"may\"}"));
		return this.loader.load(crowd, may.parts())
			.entrySet()
			.stream()
			.filter((person) -> may.holds(person.getValue()))
			.map((person) -> person.getKey().toString())
			.collect(Collectors.toSet());
	}

	private String ask(String path, MediaType type, String body) throws Exception {
		return text(this.mvc.post()
			.uri(path)
			.header("Authorization", "Bearer " + TOKEN)
			.contentType(type)
			.content(body)
			.exchange());
	}

	private static String text(MvcTestResult answer) throws Exception {
		return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

}
