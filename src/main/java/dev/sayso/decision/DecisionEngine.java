package dev.sayso.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.sayso.offer.text.TextTooLongException;

/**
 * Decides, as a pure function of what is live and of who asks.
 */
public final class DecisionEngine {

	private DecisionEngine() {
	}

	/**
	 * What shows in one scope.
	 * @param items how many at most
	 * @param shown the offers that the answer shows already on other placements
	 * @param traced whether every offer is to be considered, and told of
	 */
	static ScopeResult decide(LiveDecision decision, LiveScope scope, DecisionContext asking, int items,
			Collection<LiveOffer> shown, boolean traced) {
		if (!decision.holds(asking.at())) {
			return fallback(decision, scope, asking, DecisionReason.NOT_LIVE, List.of());
		}
		OfferRanking choosing = new OfferRanking(decision, scope, asking, items, decision.repeats() ? List.of() : shown,
				traced);
		List<ChosenOffer> picked = choosing.pick();
		if (!picked.isEmpty()) {
			return new ScopeResult(decision, scope, picked, null, DecisionReason.PICKED, choosing.trace());
		}
		return fallback(decision, scope, asking,
				choosing.held() ? DecisionReason.PERSONALIZATION_REFUSED : DecisionReason.NOTHING_ELIGIBLE,
				choosing.trace());
	}

	/**
	 * What shows in several scopes of one answer, each offer once unless its decision
	 * lets it repeat.
	 */
	public static List<ScopeResult> decide(List<Asked> scopes, DecisionContext asking, boolean traced) {
		List<LiveOffer> shown = new ArrayList<>();
		List<ScopeResult> answers = new ArrayList<>(scopes.size());
		for (Asked asked : scopes) {
			ScopeResult chosen = decide(asked.decision(), asked.scope(), asking, asked.items(), shown, traced);
			chosen.items().forEach((item) -> shown.add(item.offer()));
			answers.add(chosen);
		}
		return answers;
	}

	/**
	 * A scope that is asked for.
	 *
	 * @param items how many offers at most
	 */
	public record Asked(LiveDecision decision, LiveScope scope, int items) {

	}

	private static ScopeResult fallback(LiveDecision decision, LiveScope scope, DecisionContext asking,
			DecisionReason reason, List<TraceEntry> trace) {
		LiveOffer offer = decision.fallback();
		LocalizedTexts texts = (offer != null) ? offer.texts().get(scope.placement().slug()) : null;
		LocalizedTexts.Text text = (texts != null) ? texts.somehow(asking.language()) : null;
		try {
			ChosenOffer shown = (text != null) ? ChosenOffer.of(offer, texts, text, asking, 0) : null;
			return new ScopeResult(decision, scope, List.of(), shown, reason, trace);
		}
		catch (TextTooLongException ex) {
			return new ScopeResult(decision, scope, List.of(), null, reason, trace);
		}
	}

}
