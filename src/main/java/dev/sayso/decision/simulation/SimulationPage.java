package dev.sayso.decision.simulation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveSnapshotAssembler;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.decision.PriorityTier;
import dev.sayso.decision.api.DecisionDocuments;
import dev.sayso.decision.simulation.DecisionSimulation.Simulation;
import dev.sayso.decision.simulation.SimulationParser.SimulationRequest;

@Component
class SimulationPage {

	private static final int MOST_VERSIONS = 100;

	private final LiveSnapshotAssembler assembler;

	private final SimulatedPeople people;

	private final SimulationParser parser;

	private final DecisionSimulation simulations;

	private final ScopeResultViews views;

	private final DecisionDocuments documents;

	private final JsonMapper json;

	SimulationPage(LiveSnapshotAssembler assembler, SimulatedPeople people, SimulationParser parser,
			DecisionSimulation simulations, ScopeResultViews views, DecisionDocuments documents, JsonMapper json) {
		this.assembler = assembler;
		this.people = people;
		this.parser = parser;
		this.simulations = simulations;
		this.views = views;
		this.documents = documents;
		this.json = json;
	}

	record Result(SimulationView view, Simulation simulation) {

	}

	Result simulate(Decision decision, SimulationQuery query) {
		SimulatedPeople.Choices who = this.people.list(query);
		SimulationParser.Content content = this.parser.content(decision, query);
		LiveDecision live = this.assembler.one(decision, content.number(), content.content());
		ZoneId zone = content.zone();
		SimulationRequest request = this.parser.read(query, decision, who.chosen(), zone);
		Simulation simulation = this.simulations.simulate(live, who.chosen(), request.request(), request.at());
		SimulationQuery resolved = query.with(SimulationQuery.WHO, who.chosen().key())
			.with(SimulationQuery.FIND, who.missing() ? query.value(SimulationQuery.FIND) : "");
		Locale reader = LocaleContextHolder.getLocale();
		String language = simulation.result().context().language();
		return new Result(
				new SimulationView(decision, resolved, who, request, zone.getId(), numbers(decision),
						languages(live, query.value("language"), reader),
						Locale.forLanguageTag(language).getDisplayName(reader),
						this.views.parts(simulation, resolved, who.chosen()), json(query.tab(), request, simulation)),
				simulation);
	}

	private static List<Integer> numbers(Decision decision) {
		int newest = (decision.live() != null) ? decision.live() : 0;
		return IntStream.range(0, Math.min(newest, MOST_VERSIONS)).mapToObj((back) -> newest - back).toList();
	}

	private String json(String tab, SimulationRequest request, Simulation simulation) {
		return switch (tab) {
			case "request" -> pretty(request.body());
			case "response" -> pretty(this.documents.create(simulation.result(), Locale.ENGLISH));
			default -> "";
		};
	}

	private String pretty(Object document) {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(document);
	}

	private static Map<String, String> languages(LiveDecision decision, String tag, Locale reader) {
		Map<String, String> names = new TreeMap<>();
		decision.scopes().forEach((placement, scope) -> {
			scope.tiers().forEach((tier) -> {
				for (PriorityTier.Candidate candidate : tier.candidates()) {
					add(candidate.texts(), names, reader);
				}
			});
			add((decision.fallback() != null) ? decision.fallback().texts().get(placement) : null, names, reader);
		});
		names.put(tag, Locale.forLanguageTag(tag).getDisplayName(reader));
		names.remove("");
		return names;
	}

	private static void add(@Nullable LocalizedTexts texts, Map<String, String> names, Locale reader) {
		if (texts != null) {
			texts.languages().forEach((tag) -> names.put(tag, Locale.forLanguageTag(tag).getDisplayName(reader)));
		}
	}

}
