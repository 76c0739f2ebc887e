package dev.sayso.decision.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.editor.Tiers;
import dev.sayso.shared.page.Choices;

/**
 * What the menu of a criterion changes.
 */
final class CriterionOrder {

	private static final List<String> ACTS = List.of("", "up", "down", "join", "copy", "remove");

	private CriterionOrder() {
	}

	/** The draft with one more criterion, for everybody and of offers of its own. */
	static DecisionContent added(DecisionContent content, String placement) {
		return content.scope(placement)
			.filter((scope) -> scope.criteria().size() < DecisionScope.MOST_CRITERIA)
			.map((scope) -> content.with(placement,
					Tiers.of(scope.criteria()).add(Criterion.of(List.of()), false).criteria()))
			.orElse(content);
	}

	/** What an act makes of a draft; what is not there any more is left alone. */
	static UnaryOperator<DecisionContent> change(String act, String placement, int place) {
		Choices.check(ACTS.contains(act));
		return (content) -> content.scope(placement)
			.filter((scope) -> scope.criteria().size() >= place)
			.map((scope) -> act.equals("copy") ? copied(content, scope, place)
					: content.with(placement, moved(act, Tiers.of(scope.criteria()), place)))
			.orElse(content);
	}

	/** The id on the page where the work goes on. */
	static String leadsTo(String act, String placement, int place) {
		return List.of("up", "down", "remove").contains(act) ? "scope-" + placement : BoardPlaces.id(placement, place);
	}

	private static List<Criterion> moved(String act, Tiers tiers, int place) {
		return switch (act) {
			case "up" -> tiers.up(place).criteria();
			case "down" -> tiers.down(place).criteria();
			case "join" -> tiers.join(place).criteria();
			case "remove" -> tiers.remove(place).criteria();
			default -> tiers.criteria();
		};
	}

	/** On each of the others it is tried last; one that has the same is left alone. */
	private static DecisionContent copied(DecisionContent content, DecisionScope from, int place) {
		Criterion criterion = Tiers.of(from.criteria()).criteria().get(place - 1);
		List<DecisionScope> scopes = new ArrayList<>();
		content.scopes()
			.forEach((scope) -> scopes.add(takes(scope, from, criterion)
					? new DecisionScope(scope.placement(), Tiers.of(scope.criteria()).add(criterion, false).criteria())
					: scope));
		return content.with(scopes);
	}

	private static boolean takes(DecisionScope scope, DecisionScope from, Criterion criterion) {
		return !scope.placement().equals(from.placement()) && scope.criteria().size() < DecisionScope.MOST_CRITERIA
				&& scope.criteria().stream().noneMatch((each) -> each.at(0).equals(criterion.at(0)));
	}

}
