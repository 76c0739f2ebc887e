package dev.sayso.decision.simulation;

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
 * Tries a decision on a person: on a page of its own, and beside the steps of the editor.
 * Whom one chose last is chosen again until one signs out.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/simulation")
class SimulationController {

	private static final String LAST = "decision.simulation.who";

	private final Decisions decisions;

	private final SimulationPage simulations;

	private final DecisionPage page;

	private final TierViews tierViews;

	private final ScopeResultViews resultViews;

	private final DecisionCatalogue catalogue;

	SimulationController(Decisions decisions, SimulationPage simulations, DecisionPage page, TierViews tierViews,
			ScopeResultViews resultViews, DecisionCatalogue catalogue) {
		this.decisions = decisions;
		this.simulations = simulations;
		this.page = page;
		this.tierViews = tierViews;
		this.resultViews = resultViews;
		this.catalogue = catalogue;
	}

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
		SimulationPage.Result result = simulate(decision, typed, session);
		return this.page.page("decision/simulation/simulation", decision).addObject("view", result.view());
	}

	@GetMapping("/pane")
	ModelAndView pane(@PathVariable String id, @RequestParam Map<String, String> typed, HttpSession session) {
		Decision decision = this.decisions.get(id);
		SimulationPage.Result result = simulate(decision, typed, session);
		SimulationView view = result.view();
		boolean beside = !view.query().value("ladder").isEmpty() && view.isDraft();
		String fallback = decision.draft().fallback();
		return this.page.page("decision/simulation/_simulation :: pane", decision)
			.addObject("view", view)
			.addObject("tiers", beside ? tiers(decision, result) : List.of())
			.addObject("fallback", fallback.isEmpty() ? "" : this.catalogue.look().offerName(fallback));
	}

	private List<TiersView> tiers(Decision decision, SimulationPage.Result result) {
		Map<String, Walkthrough> walkthroughs = new HashMap<>();
		String called = this.resultViews.called(result.view().people().chosen());
		result.simulation()
			.result()
			.propositions()
			.forEach((proposition) -> walkthroughs.put(proposition.result().scope().placement().slug(),
					Walkthrough.of(proposition.result(), called)));
		return this.tierViews.of(decision)
			.stream()
			.filter((tiers) -> walkthroughs.containsKey(tiers.placement()))
			.map((tiers) -> tiers.with(walkthroughs.get(tiers.placement())))
			.toList();
	}

	private SimulationPage.Result simulate(Decision decision, Map<String, String> typed, HttpSession session) {
		Map<String, String> values = new HashMap<>(typed);
		if (!typed.containsKey(SimulationQuery.WHO) && !typed.containsKey(SimulationQuery.FIND)
				&& session.getAttribute(LAST) instanceof String last) {
			values.put(SimulationQuery.WHO, last);
		}
		SimulationPage.Result result = this.simulations.simulate(decision, SimulationQuery.of(values));
		String who = result.view().people().chosen().key();
		if (!who.equals(session.getAttribute(LAST))) {
			session.setAttribute(LAST, who);
		}
		return result;
	}

}
