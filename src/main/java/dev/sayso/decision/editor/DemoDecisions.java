package dev.sayso.decision.editor;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.offer.Validity;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DemoContent;

/**
 * The demo's decisions: the first page of the site, and the banner of the journal.
 */
@Component
@Order(60)
class DemoDecisions implements DemoContent {

	private static final Actor MARKETER = new Actor(Actor.Kind.ACCOUNT, null, "Léa Dumont");

	private final DecisionManagement management;

	DemoDecisions(DecisionManagement management) {
		this.management = management;
	}

	@Override
	public String name() {
		return "decision";
	}

	@Override
	public void lay() {
		publish("home-hero", "Home hero", "generic-welcome",
				new DecisionScope("web-hero", List.of(
						new Criterion(1, "gold-members", audience("loyal-fr-be"), "", false),
						new Criterion(2, "autumn-campaign", audience("consents-to-personalization"), "", false))));
		publish("journal", "Journal", "generic-banner",
				new DecisionScope("journal-banner", List.of(new Criterion(1, "journal", "", "", false))));
	}

	private void publish(String slug, String name, String fallback, DecisionScope scope) {
		Decision made = this.management.create(slug, name, "",
				new DecisionContent(Validity.ALWAYS, List.of(scope), fallback, "", false), MARKETER);
		this.management.publish(made.id(), 0, MARKETER);
	}

	private static String audience(String slug) {
		return ConditionJson.write(Condition.all(new Comparison("audiences." + slug, Operator.IS, true)));
	}

}
