package dev.sayso.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.condition.SqlBindings;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.contact.policy.RandomPolicies;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that the verdict is the same from the current tables, in SQL and replayed from
 * what was recorded by then, whatever was said, suppressed and set in the meantime.
 */
@ProductTest
class VerdictReplayTests {

	private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.SMS, Channel.CALL);

	private static final List<String> ACTIONS = List.of("email-targeting", "sms-targeting", Question.TRANSACTIONAL,
			Question.PERSONALIZATION, "survey");

	@Autowired
	RecordSay say;

	@Autowired
	RecordPause pauses;

	@Autowired
	RecordSuppression record;

	@Autowired
	Suppressions suppressions;

	@Autowired
	ContactStatuses statuses;

	@Autowired
	ConsentSettings settings;

	@Autowired
	People people;

	@Autowired
	RandomPolicies policies;

	@Autowired
	List<ReachLimit> limits;

	@Autowired
	JdbcClient store;

	private static final int TURNS = Boolean.getBoolean("sayso.outer") ? 200 : 30;

	@Autowired
	Clock clock;

	@ParameterizedTest
	@Tag("fuzz")
	@ValueSource(longs = { 1, 2, 3 })
	void theVerdictOfNowOfThenAndInSqlAgree(long seed) {
		Random random = new Random(seed);
		List<Profile> crowd = List.of(this.people.create(Map.of("email", "shared@hearth.example")),
				this.people.create(Map.of("email", "Shared@hearth.example", "mobile", "+33639981245", "phone", "")),
				this.people.create(Map.of("email", "", "mobile", "+33639981245", "phone", "")));
		Map<Instant, List<String>> told = new LinkedHashMap<>();
		for (int turn = 0; turn < TURNS; turn++) {
			act(random, crowd.get(random.nextInt(crowd.size())));
			Instant now = this.clock.instant();
			Map<ProfileId, ContactStatus> current = this.statuses.find(crowd);
			told.put(now, verdicts(crowd, current, now));
			assertThat(states(crowd, current, now)).isEqualTo(inSql(crowd, now));
		}
		assertThat(told.values()).anySatisfy((verdicts) -> assertThat(verdicts.toString()).contains("POLICY"));
		told.forEach((at, verdicts) -> assertThat(verdicts(crowd, this.statuses.find(crowd, at), at)).as("at %s", at)
			.isEqualTo(verdicts));
	}

	private void act(Random random, Profile who) {
		try {
			switch (random.nextInt(11)) {
				case 0 -> pause(random, who);
				case 1, 2 -> suppress(random, who);
				case 3 -> lift(who);
				case 4 -> this.settings
					.setDefault(List.of(Purpose.MARKETING_EMAIL, Purpose.MARKETING_SMS, Purpose.PERSONALIZE_CONTENT)
						.get(random.nextInt(3)), random.nextBoolean() ? Choice.DEFAULT_YES : Choice.DEFAULT_NO);
				case 5, 6 -> this.policies.act(random);
				default -> this.say.record(who.id(), new Spoken(random).next(Instant.now().minusSeconds(10)));
			}
		}
		catch (OwnRefusalException | PauseRefusedException ex) {
			// nothing was recorded
		}
	}

	private void pause(Random random, Profile who) {
		Purpose purpose = random.nextBoolean() ? Purpose.MARKETING_ANY : Purpose.MARKETING_EMAIL;
		LocalDate until = random.nextBoolean() ? LocalDate.now().plusDays(1L + random.nextInt(9)) : null;
		this.pauses.record(who.id(), Declaration.bySubject(List.of(), Evidence.NONE, null, null),
				PauseStatement.of(purpose, until, null));
	}

	private void suppress(Random random, Profile who) {
		Channel channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
		String address = who.addresses().get(channel);
		if (address != null) {
			Suppression.Reason reason = Suppression.Reason.values()[random.nextInt(6)];
			Instant until = random.nextBoolean() ? this.clock.instant().plusMillis(random.nextInt(200)) : null;
			this.record.record(address, Suppression.of(channel, reason, random.nextBoolean(), Origin.API,
					this.clock.instant(), until, null), People.OPERATOR);
		}
	}

	private void lift(Profile who) {
		this.suppressions.find(who.addresses())
			.stream()
			.findFirst()
			.ifPresent((suppression) -> this.record.lift(suppression, Origin.OPERATOR, People.OPERATOR,
					new Grounds("asked", Evidence.typed("letter", ""))));
	}

	private List<String> verdicts(List<Profile> crowd, Map<ProfileId, ContactStatus> of, Instant at) {
		List<String> told = new ArrayList<>();
		for (Profile person : crowd) {
			for (Channel channel : CHANNELS) {
				for (String action : ACTIONS) {
					Verdict verdict = this.statuses.verdict(of.get(person.id()), new Question(channel, action, at));
					told.add(person.id() + " " + channel + " " + action + " " + verdict.opens()
							+ verdict.reasons()
								.stream()
								.map((reason) -> "%s %s %s %s %s %s".formatted(reason.code(), reason.ledger(),
										reason.until(), (reason.suppression() != null) ? reason.suppression().id() : "",
										reason.policy(), (reason.policy() != null) ? reason.since() : ""))
								.sorted()
								.toList());
				}
			}
		}
		return told;
	}

	private Map<String, Set<String>> states(List<Profile> crowd, Map<ProfileId, ContactStatus> of, Instant at) {
		Map<String, Set<String>> states = new LinkedHashMap<>();
		crowd.forEach((person) -> CHANNELS.forEach((channel) -> states.put(person.id() + " " + channel,
				Set.of(this.statuses.verdict(of.get(person.id()), channel, at).state().reach()))));
		return states;
	}

	private Map<String, Set<String>> inSql(List<Profile> crowd, Instant at) {
		Map<String, Set<String>> states = new LinkedHashMap<>();
		for (Profile person : crowd) {
			for (Channel channel : CHANNELS) {
				SqlBindings values = SqlBindings.of(at);
				ReachSql sql = ReachSql.of(channel, this.settings.defaults(), this.limits, values);
				Set<String> holding = new java.util.TreeSet<>();
				Map.of("may", sql.may(), "no", sql.no(), "wait", sql.waiting(), "paused", sql.pausing(), "missing",
						sql.missing())
					.forEach((reach, condition) -> {
						if (this.store
							.sql("select exists (select 1 from profile p where p.id = :id and " + condition + ")")
							.param("id", person.id().id())
							.params(values.values())
							.query(Boolean.class)
							.single()) {
							holding.add(reach);
						}
					});
				states.put(person.id() + " " + channel, holding);
			}
		}
		return states;
	}

}
