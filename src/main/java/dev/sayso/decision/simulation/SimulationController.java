package dev.sayso.decision.simulation;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionPage;
import dev.sayso.decision.editor.EditorPane;
import dev.sayso.shared.page.ConsolePage;

/**
 * Tries a decision on a person: on a page of its own, and beside its board. Whom one
 * chose last is chosen again until one signs out.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/simulation")
class SimulationController {

	private static final String LAST = "decision.simulation.who";

	private final Decisions decisions;

	private final SimulationPage simulations;

	private final DecisionPage page;

	SimulationController(Decisions decisions, SimulationPage simulations, DecisionPage page) {
		this.decisions = decisions;
		this.simulations = simulations;
		this.page = page;
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
		return this.page.page("decision/simulation/_simulation :: pane", decision).addObject("view", result.view());
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
