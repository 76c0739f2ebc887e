package dev.sayso.decision.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.editor.Tiers;
import dev.sayso.shared.NotFoundException;

/**
 * Where something stands on a board.
 */
final class BoardPlaces {

	private BoardPlaces() {
	}

	/**
	 * The scope on a placement.
	 * @throws NotFoundException when there is none
	 */
	static DecisionScope scope(Decision decision, String placement) {
		return decision.draft()
			.scope(placement)
			.orElseThrow(() -> new NotFoundException("scope " + placement + " of decision " + decision.slug()));
	}

	/**
	 * A criterion by its place, from 1.
	 * @throws NotFoundException when there is none
	 */
	static Criterion criterion(Decision decision, String placement, int place) {
		List<Criterion> criteria = Tiers.of(scope(decision, placement).criteria()).criteria();
		if (place < 1 || place > criteria.size()) {
			throw new NotFoundException("criterion " + place + " of scope " + placement);
		}
		return criteria.get(place - 1);
	}

	/**
	 * The change of one criterion; where it is not there any more nothing is changed.
	 */
	static UnaryOperator<DecisionContent> changing(String placement, int place, UnaryOperator<Criterion> change) {
		return (content) -> content.scope(placement)
			.filter((scope) -> scope.criteria().size() >= place)
			.map((scope) -> {
				Tiers tiers = Tiers.of(scope.criteria());
				Criterion changed = change.apply(tiers.criteria().get(place - 1));
				return content.with(placement, tiers.replace(place, changed).criteria());
			})
			.orElse(content);
	}

	/**
	 * Some things in another order.
	 * @param act {@code up}, {@code down} or {@code remove}, of the one that is meant;
	 * nothing for whatever else
	 */
	static <T> List<T> order(String act, List<T> things, Predicate<T> meant) {
		List<T> ordered = new ArrayList<>(things);
		int at = IntStream.range(0, things.size())
			.filter((each) -> meant.test(things.get(each)))
			.findFirst()
			.orElse(-1);
		int to = at + (act.equals("up") ? -1 : act.equals("down") ? 1 : 0);
		if (act.equals("remove")) {
			ordered.removeIf(meant);
		}
		else if (at >= 0 && to >= 0 && to < ordered.size()) {
			ordered.add(to, ordered.remove(at));
		}
		return ordered;
	}

	/** The id of a criterion on the page. */
	static String id(String placement, int place) {
		return "criterion-" + placement + "-" + place;
	}

}
