package dev.sayso.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.sayso.decision.ScopeResult.TraceEntry;
import dev.sayso.offer.text.TextTooLongException;

/**
 * Decides, as a pure function of what is live and of the context.
 */
public final class DecisionEngine {

	private DecisionEngine() {
	}

	static ScopeResult decide(LiveDecision decision, LiveScope scope, DecisionContext context, int items,
			Collection<LiveOffer> shown, boolean traced) {
		if (!decision.holds(context.at())) {
			return fallback(decision, scope, context, DecisionReason.NOT_LIVE, List.of());
		}
		OfferRanking ranking = new OfferRanking(decision, scope, context, items, decision.repeats() ? List.of() : shown,
				traced);
		List<ChosenOffer> picked = ranking.pick();
		if (!picked.isEmpty()) {
			return new ScopeResult(decision, scope, picked, null, DecisionReason.PICKED, ranking.trace());
		}
		return fallback(decision, scope, context, ranking.nothing(), ranking.trace());
	}

	/**
	 * What shows in several scopes of one answer, each offer once unless its decision
	 * lets it repeat.
	 */
	public static List<ScopeResult> decide(List<RequestedScope> scopes, DecisionContext context, boolean traced) {
		List<LiveOffer> shown = new ArrayList<>();
		List<ScopeResult> results = new ArrayList<>(scopes.size());
		for (RequestedScope scope : scopes) {
			ScopeResult result = decide(scope.decision(), scope.scope(), context, scope.items(), shown, traced);
			result.items().forEach((item) -> shown.add(item.offer()));
			results.add(result);
		}
		return results;
	}

	public record RequestedScope(LiveDecision decision, LiveScope scope, int items) {

	}

	private static ScopeResult fallback(LiveDecision decision, LiveScope scope, DecisionContext context,
			DecisionReason reason, List<TraceEntry> trace) {
		LiveOffer offer = decision.fallback();
		LocalizedTexts texts = (offer != null) ? offer.texts().get(scope.placement().slug()) : null;
		LocalizedTexts.Text text = (texts != null) ? texts.somehow(context.language()) : null;
		try {
			ChosenOffer shown = (text != null) ? ChosenOffer.of(offer, texts, text, context, 0) : null;
			return new ScopeResult(decision, scope, List.of(), shown, reason, trace);
		}
		catch (TextTooLongException ex) {
			return new ScopeResult(decision, scope, List.of(), null, reason, trace);
		}
	}

}
