package dev.sayso.contact.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.home.configuration.ConfigurationFiles;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the verdicts of a store against those of an empty one that its configuration was
 * brought into, now and later, whatever the policies and whoever is asked about.
 * {@code -Dseed=} replays.
 */
@ProductTest
class PoliciesAgreementTests {

	@Autowired
	ApplicationContext sayso;

	@Autowired
	RandomPolicies random;

	@Autowired
	People people;

	@Autowired
	RecordSay says;

	@Autowired
	ContactStatuses statuses;

	@Autowired
	ConsentPolicies policies;

	@Autowired
	PolicyManagement management;

	@Autowired
	Clock clock;

	private ConfigurationFiles files;

	@BeforeEach
	void begin() {
		this.files = new ConfigurationFiles(this.sayso).begin();
	}

	@Test
	void anEmptyStoreJudgesLikeTheOneWhosePoliciesItTook() throws Exception {
		long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
		Random random = new Random(seed);
		List<Profile> crowd = crowd(random);
		for (int number = 0; number < 6; number++) {
			String which = "seed " + seed + ", policies " + number;
			this.files.clear();
			for (int turn = 0; turn < 9; turn++) {
				this.random.act(random);
			}
			schedule(random);
			settle();
			String file = this.files.read("?kinds=policies");
			Instant now = this.clock.instant();
			List<Instant> asked = List.of(now, now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(9)));
			List<String> before = verdicts(crowd, asked);
			this.files.clear();
			assertThat(this.files.put("", file).getResponse().getContentAsString()).as(which + file)
				.contains("\"applied\":true");
			Instant then = this.clock.instant();
			assertThat(verdicts(crowd, List.of(then, asked.get(1), asked.get(2)))).as(which + file).isEqualTo(before);
			assertThat(this.files.read("?kinds=policies")).as(which).isEqualTo(file);
			int audited = this.files.audited();
			assertThat(this.files.put("", file)).hasStatusOk()
				.bodyText()
				.as(which)
				.doesNotContain("created", "updated");
			assertThat(this.files.audited()).as(which).isEqualTo(audited);
		}
	}

	/** Lets one take over in some days. */
	private void schedule(Random random) {
		ConsentPolicy policy = this.policies.findAllByOrderByName().get(0);
		ConsentPolicy edited = this.management.edit(policy.id(), policy.version(), policy.name(), "",
				RandomPolicies.content(random), People.OPERATOR);
		this.management.enable(edited.id(), edited.version(),
				this.clock.instant().plus(Duration.ofDays(1L + random.nextInt(7))), People.OPERATOR);
	}

	/**
	 * Takes back what is to come at once, so that nothing begins while it is looked at.
	 */
	private void settle() {
		Instant soon = this.clock.instant().plusSeconds(60);
		PolicyForces forces = this.sayso.getBean(PolicyForces.class);
		for (ConsentPolicy policy : this.policies.findAllByOrderByName()) {
			forces.find(policy.id())
				.next(this.clock.instant())
				.filter((next) -> next.from().isBefore(soon))
				.ifPresent((next) -> this.management.unschedule(policy.id(), this.policies.get(policy.slug()).version(),
						People.OPERATOR));
		}
	}

	@Test
	void whatAFileSaysOfAPolicyIsDoneAndAskedBackInTheSameWords() throws Exception {
		String enabled = file("\"status\":\"enabled\",", "FR");
		assertThat(this.files.put("?dryRun=true", enabled)).bodyText().contains("\"change\":\"created\"");
		assertThat(this.files.read("?kinds=policies")).doesNotContain("only-fr");
		assertThat(this.files.put("", enabled)).hasStatusOk();
		assertThat(this.policies.get("only-fr").newest()).isEqualTo(1);
		assertThat(this.files.put("", file("", "BE"))).bodyText().contains("\"fields\":[\"draft\"]");
		assertThat(this.policies.get("only-fr").newest()).isEqualTo(1);
		assertThat(this.files.put("", file("\"status\":\"disabled\",", "BE"))).bodyText().contains("\"status\"");
		assertThat(this.files.read("?kinds=policies")).contains("\"status\" : \"disabled\"").doesNotContain("draft");
		assertThat(this.files.put("", file("\"status\":\"scheduled\",\"from\":\"2020-01-01T00:00:00Z\",", "BE")))
			.hasStatusOk();
		assertThat(this.files.read("?kinds=policies")).contains("\"status\" : \"enabled\"");
		assertThat(this.files.put("?prune=true", "{\"policies\":[],\"actions\":[]}")).bodyText()
			.contains("{\"kind\":\"policies\",\"key\":\"only-fr\",\"change\":\"archived\",\"fields\":[\"status\"]}",
					"{\"kind\":\"actions\",\"key\":\"survey\",\"change\":\"archived\"");
		assertThat(this.files.read("?kinds=policies")).contains("\"status\" : \"disabled\"");
		this.files.clear();
		assertThat(this.files.put("", file("\"status\":\"disabled\",", "BE"))).hasStatusOk();
		assertThat(this.files.read("?kinds=policies")).contains("\"status\" : \"disabled\"");
		assertThat(this.policies.get("only-fr").newest()).isEqualTo(1);
	}

	@Test
	void whatIsWrongIsToldAtItsPlaceAndNothingIsChanged() {
		assertThat(this.files.put("",
				"""
						{"actions":[{"key":"email-targeting","name":"Mine"},{"key":"survey","name":"Survey","channel":"pigeon"}],
						"policies":[{"key":"new","name":"X","status":"on","only":{"all":[]},"hat":1},
						{"key":"later","name":"Later","status":"scheduled","only":7,"next":{"only":{"all":[]}}},
						{"key":"half","name":"Half","status":"enabled"}]}"""))
			.hasStatus(422)
			.bodyText()
			.contains("/actions/0/key", "/actions/1/channel", "/policies/0/key", "/policies/0/status",
					"/policies/0/hat", "/policies/1/from", "/policies/1/only", "/policies/1/next", "/policies/2/only");
		assertThat(this.files.put("",
				file("\"status\":\"enabled\",", "FR").replace("\"survey\"]", "\"poll\"]")
					.replace("\"country\"", "\"county\"")))
			.hasStatus(422)
			.bodyText()
			.contains("/policies/0/when/all/0", "/policies/0/only/all/0");
		assertThat(this.policies.findAllByOrderByName()).isEmpty();
	}

	private static String file(String status, String country) {
		return """
				{"actions":[{"key":"survey","name":"Survey"}],"policies":[{"key":"only-fr","name":"Only some",%s
				"when":{"all":[{"fact":"action","operator":"isOneOf","value":["email-targeting","survey"]}]},
				"only":{"all":[{"fact":"country","operator":"is","value":"%s"}]}}]}""".formatted(status, country);
	}

	private List<Profile> crowd(Random random) {
		List<Profile> crowd = new ArrayList<>();
		for (int number = 0; number < 8; number++) {
			Profile somebody = this.people.create(Map.of("country", random.nextBoolean() ? "FR" : "BE"));
			crowd.add(somebody);
			if (random.nextBoolean()) {
				this.says.record(somebody.id(),
						Declaration.bySubject(
								List.of(Statement.of(Purpose.values()[random.nextInt(3)],
										random.nextBoolean() ? Choice.YES : Choice.NO)),
								Evidence.NONE, "Preferences v1", null));
			}
		}
		return crowd;
	}

	private List<String> verdicts(List<Profile> crowd, List<Instant> asked) {
		List<String> verdicts = new ArrayList<>();
		for (Profile somebody : crowd) {
			for (int at = 0; at < asked.size(); at++) {
				for (String action : List.of("email-targeting", Question.TRANSACTIONAL, Question.PERSONALIZATION)) {
					Question question = new Question(Channel.EMAIL, action, asked.get(at));
					Verdict verdict = this.statuses
						.verdict(this.statuses.find(List.of(somebody), asked.get(at)).get(somebody.id()), question);
					verdicts.add(somebody.name() + " " + at + " " + action + " " + verdict.allowed() + " " + verdict
						.reasons()
						.stream()
						.map((reason) -> reason.code() + ((reason.policy() != null) ? reason.policy().key() : ""))
						.toList());
				}
			}
		}
		return verdicts;
	}

}
