package dev.sayso.contact.policy;

import java.util.Objects;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.DemoContent;

/**
 * The demo's policies: one in draft, to be previewed, and one that was enabled and is not
 * any more; neither stands against anybody.
 */
@Component
@Order(45)
class DemoPolicies implements DemoContent {

	private static final Actor MARKETER = new Actor(Actor.Kind.ACCOUNT, null, "Léa Dumont");

	private final PolicyManagement management;

	DemoPolicies(PolicyManagement management) {
		this.management = management;
	}

	@Override
	public String name() {
		return "policy";
	}

	@Override
	public void lay() {
		this.management.create("explicit-yes-be", "Explicit yes in Belgium",
				"Belgian guidance: e-mail and SMS only to people who said yes themselves.",
				PolicyContent.of(
						Condition.all(new Comparison(ActionFacts.ACTION, Operator.IS_ONE_OF,
								Question.targeting(Channel.EMAIL), Question.targeting(Channel.SMS)),
								new Comparison("country", Operator.IS, "BE")),
						Condition
							.all(new Comparison(RequiredChoiceFacts.THAT_CHANNEL, Operator.IS, Choice.YES.value()))),
				MARKETER);
		ConsentPolicy personal = this.management.create("personal-by-consent", "Personalized by consent alone",
				"What uses a person’s data to choose content needs their say, whatever the defaults are.",
				PolicyContent
					.of(Condition.all(new Comparison(ActionFacts.ACTION, Operator.IS, Question.PERSONALIZATION)),
							Condition.all(new Comparison(RequiredChoiceFacts.PREFIX + "personalize.content",
									Operator.IS_NONE_OF, Choice.NO.value(), Choice.DEFAULT_NO.value(),
									Choice.PENDING.value()))),
				MARKETER);
		ConsentPolicy enabled = this.management.enable(personal.id(), Objects.requireNonNull(personal.version()), null,
				MARKETER);
		this.management.disable(enabled.id(), Objects.requireNonNull(enabled.version()), MARKETER);
	}

}
