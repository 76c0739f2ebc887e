package dev.sayso.contact.policy;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.support.DefaultMessageSourceResolvable;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactSource;
import dev.sayso.condition.FactType;
import dev.sayso.consent.Say;
import dev.sayso.contact.MarketingActions;

/**
 * The marketing action as a fact, so that a policy says what it is about in the same tree
 * as whom. It is worked out before anybody is asked.
 */
class ActionFacts implements FactSource {

	static final String ACTION = "action";

	private final MarketingActions actions;

	ActionFacts(MarketingActions actions) {
		this.actions = actions;
	}

	@Override
	public String title() {
		return "policy.facts.action";
	}

	@Override
	public Stream<Fact> facts() {
		return Stream.of(Fact
			.total(ACTION, FactType.CODE, new DefaultMessageSourceResolvable("policy.fact.action"), "action", Say.class,
					(person) -> null, (test, values) -> "1 = 0")
			.oneOf((reader) -> this.actions.known()
				.stream()
				.map((action) -> new Fact.Option(action.key(), this.actions.name(action.key())))
				.toList()));
	}

	/** Whether a condition names an action among those it is about. */
	static boolean names(Condition condition, String action) {
		return condition.comparisons()
			.anyMatch((comparison) -> comparison.fact().equals(ACTION) && comparison.values().contains(action));
	}

	/** The actions that a condition names, whatever it says of them. */
	static List<String> in(Condition condition) {
		return condition.comparisons()
			.filter((comparison) -> comparison.fact().equals(ACTION))
			.flatMap((comparison) -> comparison.values().stream())
			.map(Object::toString)
			.distinct()
			.toList();
	}

}
