package dev.sayso.decision.impact;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionPage;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;

/**
 * What publishing a decision's draft would change for people.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/impact")
class ImpactController {

	private final Decisions decisions;

	private final ImpactCalculation take;

	private final ImpactJobs runs;

	private final DecisionPage show;

	private final ImpactViews impact;

	ImpactController(Decisions decisions, ImpactCalculation take, ImpactJobs runs, DecisionPage show,
			ImpactViews impact) {
		this.decisions = decisions;
		this.take = take;
		this.runs = runs;
		this.show = show;
		this.impact = impact;
	}

	/**
	 * The newest.
	 * @param of another
	 */
	@GetMapping
	ModelAndView show(@PathVariable String id, @RequestParam @Nullable String of) {
		Decision decision = this.decisions.get(id);
		ImpactView view = this.impact.view(decision,
				(of != null) ? Ids.parse(of).orElseThrow(() -> new NotFoundException("impact " + of)) : null);
		if (of != null && view.impact() == null) {
			throw new NotFoundException("impact " + of);
		}
		return this.show.page("decision/impact/impact", decision).addObject("view", view);
	}

	/**
	 * Works it out anew.
	 * @param everybody whether for everybody, however long it takes
	 */
	@PostMapping
	String begin(@PathVariable String id, @RequestParam(defaultValue = "false") boolean everybody, Actor actor) {
		Decision decision = this.decisions.get(id);
		Impact begun = this.take.begin(decision, everybody, actor);
		this.runs.start(begun);
		return "redirect:/decisions/" + decision.slug() + "/impact?of=" + begun.id();
	}

}
