package dev.sayso.decision;

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

import dev.sayso.offer.TextTooLong;
import dev.sayso.shared.NotFound;

/**
 * Shows what an offer says to somebody on a placement, in a page that can do nothing.
 */
@Controller
class SimulationPreviewController {

	private static final String POLICY = "default-src 'none'; img-src https: http: data:; style-src 'self' 'unsafe-inline';"
			+ " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

	private final Decisions decisions;

	private final AssembleLive assemble;

	private final SimulatedPeople people;

	private final ReadSimulation read;

	private final SimulateDecision simulate;

	private final SimulatedContents contents;

	SimulationPreviewController(Decisions decisions, AssembleLive assemble, SimulatedPeople people, ReadSimulation read,
			SimulateDecision simulate, SimulatedContents contents) {
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
		LiveOffer shown = this.assemble.offer(offer).orElseThrow(() -> new NotFound("approved offer " + offer));
		Texts texts = shown.texts().get(placement);
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Cache-Control", "no-store");
		return new ModelAndView("decision/seen").addObject("seen", (texts != null)
				? said(shown, texts, asking(decision, shown, SimulationQuery.of(typed))) : Seen.NOTHING);
	}

	private Asking asking(Decision decision, LiveOffer shown, SimulationQuery query) {
		Simulated who = this.people.one(query.value(SimulationQuery.WHO));
		Simulated chosen = (who != null) ? who : Simulated.NOBODY;
		SimulationAsked asked = this.read.of(query, decision, chosen, this.contents.of(decision, query).zone());
		Instant at = asked.at();
		String reference = asked.request().profile();
		return this.simulate.asking(chosen, asked.request(),
				new ReadPerson.Wanted(reference, true, shown.reads(), List.of(), this.simulate.day(at)), at);
	}

	private static Seen said(LiveOffer offer, Texts texts, Asking asking) {
		Texts.Text text = texts.somehow(asking.language());
		try {
			if (text != null) {
				Shown shown = Shown.of(offer, texts, text, asking, 0);
				return new Seen(shown.type().key(), shown.language(), shown.content(), shown.alt());
			}
			return Seen.NOTHING;
		}
		catch (TextTooLong ex) {
			return Seen.NOTHING;
		}
	}

}
