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
import dev.sayso.offer.text.TextTooLongException;
import dev.sayso.shared.NotFoundException;

/**
 * Shows what an offer says to somebody on a placement, in a page that can do nothing.
 */
@Controller
class SimulationPreviewController {

	private static final String POLICY = "default-src 'none'; img-src https: http: data:; style-src 'self' 'unsafe-inline';"
			+ " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

	private final Decisions decisions;

	private final LiveSnapshotAssembler assemble;

	private final SimulatedPeople people;

	private final SimulationParser read;

	private final DecisionSimulation simulate;

	private final SimulatedContents contents;

	SimulationPreviewController(Decisions decisions, LiveSnapshotAssembler assemble, SimulatedPeople people,
			SimulationParser read, DecisionSimulation simulate, SimulatedContents contents) {
		this.decisions = decisions;
		this.assemble = assemble;
		this.people = people;
		this.read = read;
		this.simulate = simulate;
		this.contents = contents;
	}

	/**
	 * What is seen.
	 *
	 * @param type key of its content type; empty where there is nothing to see
	 */
	record Seen(String type, String language, String content, @Nullable String alt) {

		static final Seen NOTHING = new Seen("", "", "", null);

	}

	@GetMapping("/decisions/{id}/simulation/preview/{placement}/{offer}")
	ModelAndView preview(@PathVariable String id, @PathVariable String placement, @PathVariable String offer,
			@RequestParam Map<String, String> typed, HttpServletResponse response) {
		Decision decision = this.decisions.get(id);
		LiveOffer shown = this.assemble.offer(offer)
			.orElseThrow(() -> new NotFoundException("approved offer " + offer));
		LocalizedTexts texts = shown.texts().get(placement);
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Cache-Control", "no-store");
		return new ModelAndView("decision/simulation/seen").addObject("seen", (texts != null)
				? said(shown, texts, asking(decision, shown, SimulationQuery.of(typed))) : Seen.NOTHING);
	}

	private DecisionContext asking(Decision decision, LiveOffer shown, SimulationQuery query) {
		SimulatedPerson who = this.people.one(query.value(SimulationQuery.WHO));
		SimulatedPerson chosen = (who != null) ? who : SimulatedPerson.NOBODY;
		SimulationRequest asked = this.read.of(query, decision, chosen, this.contents.of(decision, query).zone());
		Instant at = asked.at();
		String reference = asked.request().profile();
		return this.simulate.asking(chosen, asked.request(),
				new DecisionPersonReader.Wanted(reference, true, shown.reads(), List.of(), this.simulate.day(at)), at);
	}

	private static Seen said(LiveOffer offer, LocalizedTexts texts, DecisionContext asking) {
		LocalizedTexts.Text text = texts.somehow(asking.language());
		try {
			if (text != null) {
				ChosenOffer shown = ChosenOffer.of(offer, texts, text, asking, 0);
				return new Seen(shown.type().key(), shown.language(), shown.content(), shown.alt());
			}
			return Seen.NOTHING;
		}
		catch (TextTooLongException ex) {
			return Seen.NOTHING;
		}
	}

}
