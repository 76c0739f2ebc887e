package dev.sayso.decision.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.decision.CandidateOutcome;
import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.ChosenOffer;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.TraceEntry;
import dev.sayso.decision.api.ChoiceExplainer;
import dev.sayso.decision.api.DecisionDocument;
import dev.sayso.decision.api.TraceMessages;
import dev.sayso.decision.api.TraceStep;
import dev.sayso.offer.Cap;

/**
 * Puts together what shows in each scope, why, and what became of the other offers.
 */
@Component
class ScopeResultViews {

	/** So many offers are told of at once, the picked ones among them. */
	private static final int FIRST = 4;

	private final ChoiceExplainer explain;

	private final TraceMessages words;

	private final DecisionCatalogue catalogue;

	private final MessageSource messages;

	ScopeResultViews(ChoiceExplainer explain, TraceMessages words, DecisionCatalogue catalogue,
			MessageSource messages) {
		this.explain = explain;
		this.words = words;
		this.catalogue = catalogue;
		this.messages = messages;
	}

	/**
	 * Each scope.
	 * @param query how to ask for the same again
	 */
	List<SimulationView.Part> parts(Simulation simulation, SimulationQuery query, SimulatedPerson who) {
		CatalogueLookup shelves = this.catalogue.look();
		List<DecisionResult.Proposition> propositions = simulation.decided().propositions();
		return IntStream.range(0, propositions.size())
			.mapToObj((at) -> part(at, simulation, query, who, shelves))
			.toList();
	}

	private SimulationView.Part part(int at, Simulation simulation, SimulationQuery query, SimulatedPerson who,
			CatalogueLookup shelves) {
		DecisionResult.Proposition one = simulation.decided().propositions().get(at);
		ScopeResult chosen = one.chosen();
		List<SimulationView.Step> steps = steps(chosen, simulation.decided().asking(), shelves);
		List<SimulationView.Step> first = first(steps);
		List<SimulationView.Step> more = new ArrayList<>(steps);
		first.forEach(more::remove);
		return new SimulationView.Part(chosen.scope().placement(),
				shown(chosen).map((item) -> item(item, chosen, query)).toList(), chosen.items().isEmpty(),
				word("decision.simulation.reason." + chosen.reason(), called(who)), first, more,
				otherwise(at, simulation), one.contact());
	}

	/**
	 * What somebody is called in a sentence.
	 */
	String called(SimulatedPerson who) {
		return who.called().isEmpty() ? word("decision.simulation.visitor") : who.called();
	}

	private static Stream<ChosenOffer> shown(ScopeResult chosen) {
		return (chosen.fallback() != null) ? Stream.of(chosen.fallback()) : chosen.items().stream();
	}

	private static SimulationView.Item item(ChosenOffer item, ScopeResult chosen, SimulationQuery query) {
		String frame = query.with(SimulationQuery.TAB, "")
			.with("ladder", "")
			.href("/decisions/" + chosen.decision().slug() + "/simulation/preview/" + chosen.scope().placement().slug()
					+ "/" + item.offer().slug());
		return new SimulationView.Item(item.offer().slug(), item.offer().name(),
				(chosen.fallback() == null) ? DecisionDocument.number(item.score()) : null, frame, item.type().key(),
				item.language());
	}

	private List<SimulationView.Step> steps(ScopeResult chosen, DecisionContext asking, CatalogueLookup shelves) {
		List<TraceStep> told = this.explain.of(chosen, asking, LocaleContextHolder.getLocale());
		TraceStep next = told.stream()
			.filter((step) -> step.outcome() == CandidateOutcome.OUTRANKED)
			.findFirst()
			.orElse(null);
		return IntStream.range(0, told.size())
			.mapToObj((at) -> step(told.get(at), detail(chosen.trace().get(at), told.get(at), asking, next), shelves))
			.toList();
	}

	private SimulationView.Step step(TraceStep told, String detail, CatalogueLookup shelves) {
		return new SimulationView.Step(told.name(), this.words.outcome(told.outcome(), LocaleContextHolder.getLocale()),
				detail, shelves.collectionName(told.collection()), told.outcome() == CandidateOutcome.PICKED,
				told.outcome().eligible(), told.score());
	}

	private String detail(TraceEntry one, TraceStep told, DecisionContext asking, @Nullable TraceStep next) {
		if (one.because() instanceof Cap cap) {
			return told.detail() + " "
					+ word("decision.simulation.taken", asking.counts().taken(one.offer(), cap), cap.limit());
		}
		return (told.outcome() == CandidateOutcome.PICKED && next != null && next.score() != null)
				? word("decision.simulation.ahead", next.name(), next.score()) : told.detail();
	}

	/**
	 * Those that matter most, in the order in which they were considered.
	 */
	private static List<SimulationView.Step> first(List<SimulationView.Step> steps) {
		if (steps.size() <= FIRST + 1) {
			return steps;
		}
		List<SimulationView.Step> first = Stream
			.concat(steps.stream().filter(SimulationView.Step::won), steps.stream().filter((step) -> !step.won()))
			.limit(FIRST)
			.toList();
		return steps.stream().filter(first::contains).toList();
	}

	private List<SimulationView.Otherwise> otherwise(int at, Simulation simulation) {
		List<SimulationView.Otherwise> all = new ArrayList<>();
		String before = names(simulation.decided().propositions().get(at).chosen());
		for (Simulation.Otherwise other : simulation.otherwise()) {
			String names = names(other.chosen().get(at));
			if (!names.equals(before)) {
				all.add(new SimulationView.Otherwise(word("decision.simulation.if." + other.consent()), names));
			}
			before = names;
		}
		return all;
	}

	private static String names(ScopeResult chosen) {
		return shown(chosen).map((item) -> item.offer().name()).collect(Collectors.joining(", "));
	}

	private String word(String key, Object... args) {
		return this.messages.getMessage(key, args, LocaleContextHolder.getLocale());
	}

}
