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

@ConsolePage
@RequestMapping("/decisions/{id}/impact")
class ImpactController {

	private final Decisions decisions;

	private final ImpactCalculation calculation;

	private final DecisionPage page;

	private final ImpactViews views;

	ImpactController(Decisions decisions, ImpactCalculation calculation, DecisionPage page, ImpactViews views) {
		this.decisions = decisions;
		this.calculation = calculation;
		this.page = page;
		this.views = views;
	}

	@GetMapping
	ModelAndView page(@PathVariable String id, @RequestParam @Nullable String of) {
		Decision decision = this.decisions.get(id);
		ImpactView view = this.views.view(decision,
				(of != null) ? Ids.parse(of).orElseThrow(() -> new NotFoundException("impact " + of)) : null);
		if (of != null && view.impact() == null) {
			throw new NotFoundException("impact " + of);
		}
		return this.page.page("decision/impact/impact", decision).addObject("view", view);
	}

	@PostMapping
	String begin(@PathVariable String id, @RequestParam(defaultValue = "false") boolean everybody, Actor actor) {
		Decision decision = this.decisions.get(id);
		Impact begun = this.calculation.begin(decision, everybody, actor);
		this.calculation.start(begun);
		return "redirect:/decisions/" + decision.slug() + "/impact?of=" + begun.id();
	}

}
