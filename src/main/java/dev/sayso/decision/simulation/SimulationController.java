package dev.sayso.decision.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionPage;
import dev.sayso.decision.editor.EditorPane;
import dev.sayso.decision.editor.TierViews;
import dev.sayso.decision.editor.TiersView;
import dev.sayso.decision.editor.Walkthrough;
import dev.sayso.shared.page.ConsolePage;

/**
 * Tries a decision on somebody: on a page of its own, and beside the steps of the editor.
 * Whom one chose last is chosen again until one signs out.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/simulation")
class SimulationController {

	private static final String LAST = "decision.simulation.who";

	private final Decisions decisions;

	private final SimulationPage simulation;

	private final DecisionPage show;

	private final TierViews ladders;

	private final ScopeResultViews words;

	private final DecisionCatalogue catalogue;

	SimulationController(Decisions decisions, SimulationPage simulation, DecisionPage show, TierViews ladders,
			ScopeResultViews words, DecisionCatalogue catalogue) {
		this.decisions = decisions;
		this.simulation = simulation;
		this.show = show;
		this.ladders = ladders;
		this.words = words;
		this.catalogue = catalogue;
	}

	/** Its place beside the editor's steps. */
	@Component
	static class Pane implements EditorPane {

		@Override
		public String href(Decision decision) {
			return "/decisions/" + decision.slug() + "/simulation/pane";
		}

	}

	@GetMapping
	ModelAndView page(@PathVariable String id, @RequestParam Map<String, String> typed, HttpSession session) {
		Decision decision = this.decisions.get(id);
		SimulationPage.Shown shown = simulate(decision, typed, session);
		return this.show.page("decision/simulation/simulation", decision).addObject("view", shown.view());
	}

	/**
	 * The same in small; with the ladders of the draft where they stand beside it.
	 */
	@GetMapping("/pane")
	ModelAndView pane(@PathVariable String id, @RequestParam Map<String, String> typed, HttpSession session) {
		Decision decision = this.decisions.get(id);
		SimulationPage.Shown shown = simulate(decision, typed, session);
		SimulationView view = shown.view();
		boolean lit = !view.query().value("ladder").isEmpty() && view.isDraft();
		String fallback = decision.draft().fallback();
		return this.show.page("decision/simulation/_simulation :: pane", decision)
			.addObject("view", view)
			.addObject("ladders", lit ? lit(decision, shown) : List.of())
			.addObject("fallback", fallback.isEmpty() ? "" : this.catalogue.look().offerName(fallback));
	}

	private List<TiersView> lit(Decision decision, SimulationPage.Shown shown) {
		Map<String, Walkthrough> ways = new HashMap<>();
		String called = this.words.called(shown.view().people().chosen());
		shown.simulation()
			.decided()
			.propositions()
			.forEach((one) -> ways.put(one.chosen().scope().placement().slug(), Walkthrough.of(one.chosen(), called)));
		List<TiersView> lit = new ArrayList<>();
		this.ladders.of(decision).forEach((ladder) -> {
			if (ways.containsKey(ladder.placement())) {
				lit.add(ladder.lit(ways.get(ladder.placement())));
			}
		});
		return lit;
	}

	private SimulationPage.Shown simulate(Decision decision, Map<String, String> typed, HttpSession session) {
		Map<String, String> asked = new HashMap<>(typed);
		if (!typed.containsKey(SimulationQuery.WHO) && !typed.containsKey(SimulationQuery.FIND)
				&& session.getAttribute(LAST) instanceof String last) {
			asked.put(SimulationQuery.WHO, last);
		}
		SimulationPage.Shown shown = this.simulation.of(decision, SimulationQuery.of(asked));
		String who = shown.view().people().chosen().key();
		if (!who.equals(session.getAttribute(LAST))) {
			session.setAttribute(LAST, who);
		}
		return shown;
	}

}
