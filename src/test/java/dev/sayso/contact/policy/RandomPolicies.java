package dev.sayso.contact.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.Operator;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.person.People;

/**
 * Policies at random: drafted, enabled, scheduled, disabled.
 */
@Component
public class RandomPolicies {

	private static final List<String> ACTIONS = List.of("email-targeting", "sms-targeting", Question.TRANSACTIONAL,
			Question.PERSONALIZATION);

	private static final List<String> CHOICES = List.of("y", "n", "p", "dy", "dn", "LI");

	private static final List<String> REQUIRED = List.of("required.channel", "required.personalize.content",
			"required.marketing.any", "required.marketing.email");

	private final ConsentPolicies policies;

	private final PolicyManagement management;

	private final Clock clock;

	RandomPolicies(ConsentPolicies policies, PolicyManagement management, Clock clock) {
		this.policies = policies;
		this.management = management;
		this.clock = clock;
	}

	/** Does something with a policy. */
	public void act(Random random) {
		List<ConsentPolicy> all = this.policies.findAllByOrderByName();
		if (all.size() < 3) {
			ConsentPolicy created = this.management.create("policy-" + all.size(), "Policy " + all.size(), "",
					content(random), People.OPERATOR);
			this.management.enable(created.id(), created.version(), null, People.OPERATOR);
			return;
		}
		ConsentPolicy policy = all.get(random.nextInt(all.size()));
		switch (random.nextInt(5)) {
			case 0 -> this.management.disable(policy.id(), policy.version(), People.OPERATOR);
			case 1 -> this.management.unschedule(policy.id(), policy.version(), People.OPERATOR);
			default -> {
				ConsentPolicy edited = this.management.edit(policy.id(), policy.version(), policy.name(), "",
						content(random), People.OPERATOR);
				this.management.enable(edited.id(), edited.version(),
						random.nextBoolean() ? null
								: this.clock.instant().plus(Duration.ofMillis(1L + random.nextInt(200))),
						People.OPERATOR);
			}
		}
	}

	static PolicyContent content(Random random) {
		return PolicyContent.of(group(random, 2, true), group(random, 2, false));
	}

	private static Group group(Random random, int deep, boolean when) {
		List<Condition> members = new ArrayList<>(
				IntStream.range(0, 1 + random.nextInt(2)).mapToObj((at) -> line(random, when)).toList());
		if (deep > 0 && random.nextBoolean()) {
			members.add(group(random, deep - 1, when));
		}
		return new Group(Condition.Quantifier.values()[random.nextInt(3)], members);
	}

	private static Condition line(Random random, boolean when) {
		if (random.nextInt(3) == 0) {
			return (random.nextBoolean()) ? new Comparison("country", Operator.IS, random.nextBoolean() ? "FR" : "BE")
					: new Comparison("consents.marketing.sms", Operator.IS, random.nextBoolean());
		}
		Operator operator = random.nextInt(3) == 0 ? Operator.IS_NONE_OF : Operator.IS_ONE_OF;
		return new Comparison(when ? "action" : REQUIRED.get(random.nextInt(REQUIRED.size())), operator,
				some(random, when ? ACTIONS : CHOICES), false);
	}

	private static List<Object> some(Random random, List<String> of) {
		List<Object> some = new ArrayList<>(of.stream().filter((each) -> random.nextBoolean()).toList());
		return some.isEmpty() ? List.of(of.get(0)) : some;
	}

}
