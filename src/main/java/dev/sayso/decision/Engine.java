package dev.sayso.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.sayso.offer.TextTooLong;

/**
 * Decides, as a pure function of what is live and of who asks.
 */
public final class Engine {

	private Engine() {
	}

	/**
	 * What shows in one scope.
	 * @param items how many at most
	 * @param shown the offers that the answer shows already on other placements
	 * @param traced whether every offer is to be considered, and told of
	 */
	static Chosen decide(LiveDecision decision, LiveScope scope, Asking asking, int items, Collection<LiveOffer> shown,
			boolean traced) {
		if (!decision.holds(asking.at())) {
			return fallback(decision, scope, asking, Reason.NOT_LIVE, List.of());
		}
		Choosing choosing = new Choosing(decision, scope, asking, items, decision.repeats() ? List.of() : shown,
				traced);
		List<Shown> picked = choosing.pick();
		if (!picked.isEmpty()) {
			return new Chosen(decision, scope, picked, null, Reason.PICKED, choosing.trace());
		}
		return fallback(decision, scope, asking,
				choosing.held() ? Reason.PERSONALIZATION_REFUSED : Reason.NOTHING_ELIGIBLE, choosing.trace());
	}

	/**
	 * What shows in several scopes of one answer, each offer once unless its decision
	 * lets it repeat.
	 */
	public static List<Chosen> decide(List<Asked> scopes, Asking asking, boolean traced) {
		List<LiveOffer> shown = new ArrayList<>();
		List<Chosen> answers = new ArrayList<>(scopes.size());
		for (Asked asked : scopes) {
			Chosen chosen = decide(asked.decision(), asked.scope(), asking, asked.items(), shown, traced);
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

	private static Chosen fallback(LiveDecision decision, LiveScope scope, Asking asking, Reason reason,
			List<Considered> trace) {
		LiveOffer offer = decision.fallback();
		Texts texts = (offer != null) ? offer.texts().get(scope.placement().slug()) : null;
		Texts.Text text = (texts != null) ? texts.somehow(asking.language()) : null;
		try {
			Shown shown = (text != null) ? Shown.of(offer, texts, text, asking, 0) : null;
			return new Chosen(decision, scope, List.of(), shown, reason, trace);
		}
		catch (TextTooLong ex) {
			return new Chosen(decision, scope, List.of(), null, reason, trace);
		}
	}

}
