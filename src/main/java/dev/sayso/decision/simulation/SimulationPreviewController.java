package dev.sayso.decision.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.ChosenOffer;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionPersonReader;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveSnapshotAssembler;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.decision.simulation.SimulationParser.SimulationRequest;
import dev.sayso.offer.text.TextTooLongException;
import dev.sayso.shared.NotFoundException;

@Controller
class SimulationPreviewController {

	private static final String POLICY = "default-src 'none'; img-src https: http: data:; style-src 'self' 'unsafe-inline';"
			+ " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

	private final Decisions decisions;

	private final LiveSnapshotAssembler assembler;

	private final SimulatedPeople people;

	private final SimulationParser parser;

	private final DecisionSimulation simulation;

	SimulationPreviewController(Decisions decisions, LiveSnapshotAssembler assembler, SimulatedPeople people,
			SimulationParser parser, DecisionSimulation simulation) {
		this.decisions = decisions;
		this.assembler = assembler;
		this.people = people;
		this.parser = parser;
		this.simulation = simulation;
	}

	record Seen(String type, String language, String content, @Nullable String alt) {

		static final Seen NOTHING = new Seen("", "", "", null);

	}

	@GetMapping("/decisions/{id}/simulation/preview/{placement}/{offer}")
	ModelAndView preview(@PathVariable String id, @PathVariable String placement, @PathVariable String offer,
			@RequestParam Map<String, String> typed, HttpServletResponse response) {
		Decision decision = this.decisions.get(id);
		LiveOffer liveOffer = this.assembler.offer(offer, decision.draft())
			.orElseThrow(() -> new NotFoundException("approved offer " + offer));
		LocalizedTexts texts = liveOffer.texts().get(placement);
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Cache-Control", "no-store");
		return new ModelAndView("decision/simulation/seen").addObject("seen", (texts != null)
				? seen(liveOffer, texts, context(decision, liveOffer, SimulationQuery.of(typed))) : Seen.NOTHING);
	}

	private DecisionContext context(Decision decision, LiveOffer offer, SimulationQuery query) {
		SimulatedPerson who = this.people.find(query.value(SimulationQuery.WHO));
		SimulatedPerson chosen = (who != null) ? who : SimulatedPerson.NOBODY;
		SimulationRequest request = this.parser.read(query, decision, chosen,
				this.parser.content(decision, query).zone());
		Instant at = request.at();
		String reference = request.request().profile();
		return this.simulation.context(chosen, request.request(),
				new DecisionPersonReader.Query(reference, offer.reads(), List.of(), this.simulation.day(at)), at);
	}

	private static Seen seen(LiveOffer offer, LocalizedTexts texts, DecisionContext context) {
		LocalizedTexts.Text text = texts.somehow(context.language());
		try {
			if (text != null) {
				ChosenOffer chosen = ChosenOffer.of(offer, texts, text, context, 0);
				return new Seen(chosen.type().key(), chosen.language(), chosen.content(), chosen.text().alt());
			}
			return Seen.NOTHING;
		}
		catch (TextTooLongException ex) {
			return Seen.NOTHING;
		}
	}

}
