package dev.sayso.audience;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DemoContent;

/**
 * The demo's audiences of a shop that makes things to wear.
 */
@Component
@Order(40)
class DemoAudiences implements DemoContent {

	private static final Actor MARKETER = new Actor(Actor.Kind.ACCOUNT, null, "Léa Dumont");

	private final AudienceManagement management;

	DemoAudiences(AudienceManagement management) {
		this.management = management;
	}

	@Override
	public String name() {
		return "audience";
	}

	@Override
	public void lay() {
		this.management.create("loyal-fr-be", "Loyal in France and Belgium",
				"Gold, or ordered lately, and glad to see what suits them.",
				Condition.all(new Comparison("country", Operator.IS_ONE_OF, "FR", "BE"),
						new Comparison("consents.personalize.content", Operator.IS, true),
						Condition.any(new Comparison("attributes.tier", Operator.IS, "gold"),
								new Comparison("attributes.lastOrder", Operator.IN_LAST,
										new Period(12, Period.Unit.MONTHS))),
						Condition.none(new Comparison("email", Operator.ENDS_WITH, "@maisonverel.example"))),
				MARKETER);
		this.management.create("birthday-this-month", "Birthday this month", "",
				Condition.all(new Comparison("birthDate", Operator.ANNIVERSARY_THIS_MONTH)), MARKETER);
	}

}
