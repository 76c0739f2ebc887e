package dev.sayso.decision.list;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.sayso.audience.AudienceUsage;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.DecisionContent;

/**
 * What a content names, each as its kind and its key.
 */
final class DecisionReferences {

	private DecisionReferences() {
	}

	static Set<String> of(DecisionContent content) {
		Set<String> uses = new LinkedHashSet<>();
		if (!content.fallback().isEmpty()) {
			uses.add(named("offer", content.fallback()));
		}
		content.scopes().forEach((scope) -> {
			uses.add(named("placement", scope.placement()));
			scope.criteria().forEach((criterion) -> of(criterion, uses));
		});
		return uses;
	}

	private static void of(Criterion criterion, Set<String> uses) {
		uses.add(named("collection", criterion.collection()));
		try {
			AudienceUsage.in(criterion.eligible()).forEach((audience) -> uses.add(named("audience", audience)));
		}
		catch (InvalidConditionException ex) {
			// what cannot be read names nobody
		}
	}

	static String named(String kind, String slug) {
		return kind + " " + slug;
	}

}
