package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.offer.Cap;

/**
 * Puts together what shows in each scope, why, and what became of the other offers.
 */
@Component
class ShowChosen {

	/** So many offers are told of at once, the picked ones among them. */
	private static final int FIRST = 4;

	private final ExplainChoice explain;

	private final TraceWords words;

	private final Catalogue catalogue;

	private final MessageSource messages;

	ShowChosen(ExplainChoice explain, TraceWords words, Catalogue catalogue, MessageSource messages) {
		this.explain = explain;
		this.words = words;
		this.catalogue = catalogue;
		this.messages = messages;
	}

	/**
	 * Each scope.
	 * @param query how to ask for the same again
	 */
	List<SimulationView.Part> parts(Simulation simulation, SimulationQuery query, Simulated who) {
		Shelves shelves = this.catalogue.look();
		List<Decided.Proposition> propositions = simulation.decided().propositions();
		return IntStream.range(0, propositions.size())
			.mapToObj((at) -> part(at, simulation, query, who, shelves))
			.toList();
	}

	private SimulationView.Part part(int at, Simulation simulation, SimulationQuery query, Simulated who,
			Shelves shelves) {
		Decided.Proposition one = simulation.decided().propositions().get(at);
		Chosen chosen = one.chosen();
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
	String called(Simulated who) {
		return who.called().isEmpty() ? word("decision.simulation.visitor") : who.called();
	}

	private static Stream<Shown> shown(Chosen chosen) {
		return (chosen.fallback() != null) ? Stream.of(chosen.fallback()) : chosen.items().stream();
	}

	private static SimulationView.Item item(Shown item, Chosen chosen, SimulationQuery query) {
		String frame = query.with(SimulationQuery.TAB, "")
			.with("ladder", "")
			.href("/decisions/" + chosen.decision().slug() + "/simulation/preview/" + chosen.scope().placement().slug()
					+ "/" + item.offer().slug());
		return new SimulationView.Item(item.offer().slug(), item.offer().name(),
				(chosen.fallback() == null) ? AnswerDocument.number(item.score()) : null, frame, item.type().key(),
				item.language());
	}

	private List<SimulationView.Step> steps(Chosen chosen, Asking asking, Shelves shelves) {
		List<TraceStep> told = this.explain.of(chosen, asking, LocaleContextHolder.getLocale());
		TraceStep next = told.stream().filter((step) -> step.outcome() == Outcome.OUTRANKED).findFirst().orElse(null);
		return IntStream.range(0, told.size())
			.mapToObj((at) -> step(told.get(at), detail(chosen.trace().get(at), told.get(at), asking, next), shelves))
			.toList();
	}

	private SimulationView.Step step(TraceStep told, String detail, Shelves shelves) {
		return new SimulationView.Step(told.name(), this.words.outcome(told.outcome(), LocaleContextHolder.getLocale()),
				detail, shelves.collectionName(told.collection()), told.outcome() == Outcome.PICKED,
				told.outcome().eligible(), told.score());
	}

	private String detail(Considered one, TraceStep told, Asking asking, @Nullable TraceStep next) {
		if (one.because() instanceof Cap cap) {
			return told.detail() + " "
					+ word("decision.simulation.taken", asking.counts().taken(one.offer(), cap), cap.limit());
		}
		return (told.outcome() == Outcome.PICKED && next != null && next.score() != null)
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

	private static String names(Chosen chosen) {
		return shown(chosen).map((item) -> item.offer().name()).collect(Collectors.joining(", "));
	}

	private String word(String key, Object... args) {
		return this.messages.getMessage(key, args, LocaleContextHolder.getLocale());
	}

}
