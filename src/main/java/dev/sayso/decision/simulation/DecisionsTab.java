package dev.sayso.decision.simulation;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.outcome.DecisionSettings;
import dev.sayso.decision.outcome.PropositionHistory;
import dev.sayso.decision.simulation.DecisionSimulation.Simulation;
import dev.sayso.person.Profile;
import dev.sayso.profile.ProfileFrame;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
class DecisionsTab {

	private static final int MOST = 20;

	private final ProfileFrame frame;

	private final LiveCatalogue catalogue;

	private final DecisionSimulation simulations;

	private final ScopeResultViews views;

	private final PropositionHistory history;

	private final DecisionSettings settings;

	private final Clock clock;

	DecisionsTab(ProfileFrame frame, LiveCatalogue catalogue, DecisionSimulation simulations, ScopeResultViews views,
			PropositionHistory history, DecisionSettings settings, Clock clock) {
		this.frame = frame;
		this.catalogue = catalogue;
		this.simulations = simulations;
		this.views = views;
		this.history = history;
		this.settings = settings;
		this.clock = clock;
	}

	record Row(String name, String href, List<SimulationView.Part> parts) {

	}

	@GetMapping("/profiles/{id}/decisions")
	String show(@PathVariable String id, @RequestParam(defaultValue = "") String before, Model model) {
		ProfileId profile = ProfileId.from(id);
		Profile person = this.frame.put(model, profile, "decisions");
		List<LiveDecision> live = live();
		model.addAttribute("rows",
				live.stream().limit(MOST).map((decision) -> row(decision, SimulatedPerson.of(person))).toList());
		model.addAttribute("others", Math.max(0, live.size() - MOST));
		UUID earlier = Ids.parse(before).orElse(null);
		model.addAttribute("history", this.history.list(profile, earlier));
		model.addAttribute("before", earlier);
		model.addAttribute("days", this.settings.days());
		return "decision/simulation/tab";
	}

	private List<LiveDecision> live() {
		return this.catalogue.now()
			.decisions()
			.values()
			.stream()
			.filter((decision) -> decision.holds(this.clock.instant()))
			.sorted(Comparator.comparing(LiveDecision::name, String.CASE_INSENSITIVE_ORDER))
			.toList();
	}

	private Row row(LiveDecision decision, SimulatedPerson who) {
		DecisionRequest request = new DecisionRequest(who.key(),
				List.of(new DecisionRequest.ScopeReference(decision.slug(), null)), null, Map.of(), null, true, true);
		SimulationQuery query = SimulationQuery
			.of(Map.of(SimulationQuery.WHO, who.key(), SimulationQuery.VERSION, String.valueOf(decision.version())));
		Simulation simulation = this.simulations.simulate(decision, who, request, this.clock.instant());
		return new Row(decision.name(), query.href("/decisions/" + decision.slug() + "/simulation"),
				this.views.parts(simulation, query, who));
	}

}
