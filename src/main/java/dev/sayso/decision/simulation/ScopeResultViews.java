package dev.sayso.decision.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.decision.CandidateOutcome;
import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.ChosenOffer;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.ScopeResult.TraceEntry;
import dev.sayso.decision.api.ChoiceExplainer;
import dev.sayso.decision.api.DecisionDocument;
import dev.sayso.decision.api.TraceMessages;
import dev.sayso.decision.api.TraceStep;
import dev.sayso.decision.simulation.DecisionSimulation.Simulation;
import dev.sayso.offer.Cap;

@Component
class ScopeResultViews {

	/** So many offers are told of at once, the picked ones among them. */
	private static final int FIRST = 4;

	private final ChoiceExplainer explainer;

	private final TraceMessages traces;

	private final DecisionCatalogue catalogue;

	private final MessageSourceAccessor messages;

	ScopeResultViews(ChoiceExplainer explainer, TraceMessages traces, DecisionCatalogue catalogue,
			MessageSourceAccessor messages) {
		this.explainer = explainer;
		this.traces = traces;
		this.catalogue = catalogue;
		this.messages = messages;
	}

	List<SimulationView.Part> parts(Simulation simulation, SimulationQuery query, SimulatedPerson who) {
		CatalogueLookup lookup = this.catalogue.look();
		List<DecisionResult.Proposition> propositions = simulation.result().propositions();
		return IntStream.range(0, propositions.size())
			.mapToObj((at) -> part(at, simulation, query, who, lookup))
			.toList();
	}

	private SimulationView.Part part(int at, Simulation simulation, SimulationQuery query, SimulatedPerson who,
			CatalogueLookup lookup) {
		DecisionResult.Proposition proposition = simulation.result().propositions().get(at);
		ScopeResult result = proposition.result();
		List<SimulationView.Step> steps = steps(result, simulation.result().context(), lookup);
		List<SimulationView.Step> first = first(steps);
		List<SimulationView.Step> more = new ArrayList<>(steps);
		first.forEach(more::remove);
		return new SimulationView.Part(result.scope().placement(),
				shown(result).map((item) -> item(item, result, query)).toList(), result.items().isEmpty(),
				word("decision.simulation.reason." + result.reason(), called(who)), first, more,
				otherwise(at, simulation), proposition.contact());
	}

	String called(SimulatedPerson who) {
		return who.called().isEmpty() ? word("decision.simulation.visitor") : who.called();
	}

	private static Stream<ChosenOffer> shown(ScopeResult result) {
		return (result.fallback() != null) ? Stream.of(result.fallback()) : result.items().stream();
	}

	private static SimulationView.Item item(ChosenOffer item, ScopeResult result, SimulationQuery query) {
		String frame = query.with(SimulationQuery.TAB, "")
			.href("/decisions/" + result.decision().slug() + "/simulation/preview/" + result.scope().placement().slug()
					+ "/" + item.offer().slug());
		return new SimulationView.Item(item.offer().slug(), item.offer().name(),
				(result.fallback() == null) ? DecisionDocument.number(item.score()) : null, frame, item.type().key(),
				item.language());
	}

	private List<SimulationView.Step> steps(ScopeResult result, DecisionContext context, CatalogueLookup lookup) {
		List<TraceStep> explained = this.explainer.explain(result, context, LocaleContextHolder.getLocale());
		TraceStep next = explained.stream()
			.filter((step) -> step.outcome() == CandidateOutcome.OUTRANKED)
			.findFirst()
			.orElse(null);
		return IntStream.range(0, explained.size())
			.mapToObj((at) -> step(explained.get(at), detail(result.trace().get(at), explained.get(at), context, next),
					lookup))
			.toList();
	}

	private SimulationView.Step step(TraceStep explained, String detail, CatalogueLookup lookup) {
		return new SimulationView.Step(explained.name(),
				this.traces.outcome(explained.outcome(), LocaleContextHolder.getLocale()), detail,
				named(explained, lookup), explained.outcome() == CandidateOutcome.PICKED,
				explained.outcome().eligible(), explained.score());
	}

	/** What its criterion is called. */
	private String named(TraceStep explained, CatalogueLookup lookup) {
		if (explained.strategy() != null) {
			return lookup.strategyName(explained.strategy());
		}
		return explained.collection().isEmpty() ? word("decision.criterion.own", explained.criterion())
				: lookup.collectionName(explained.collection());
	}

	private String detail(TraceEntry entry, TraceStep explained, DecisionContext context, @Nullable TraceStep next) {
		if (entry.because() instanceof Cap cap) {
			return explained.detail() + " "
					+ word("decision.simulation.taken", context.capUsage().taken(entry.offer(), cap), cap.limit());
		}
		return (explained.outcome() == CandidateOutcome.PICKED && next != null && next.score() != null)
				? word("decision.simulation.ahead", next.name(), next.score()) : explained.detail();
	}

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
		String before = names(simulation.result().propositions().get(at).result());
		for (Simulation.Otherwise consenting : simulation.otherwise()) {
			String names = names(consenting.results().get(at));
			if (!names.equals(before)) {
				all.add(new SimulationView.Otherwise(word("decision.simulation.if." + consenting.consent()), names));
			}
			before = names;
		}
		return all;
	}

	private static String names(ScopeResult result) {
		return shown(result).map((item) -> item.offer().name()).collect(Collectors.joining(", "));
	}

	private String word(String key, Object... args) {
		return this.messages.getMessage(key, args);
	}

}
