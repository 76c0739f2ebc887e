package dev.sayso.decision.editor;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.review.FormulaValidator;
import dev.sayso.shared.page.ConsolePage;

/**
 * Checks a formula while it is written: nothing is saved.
 */
@ConsolePage
class FormulaController {

	private final FormulaValidator formulas;

	FormulaController(FormulaValidator formulas) {
		this.formulas = formulas;
	}

	@PostMapping({ "/decisions/{id}/formula", "/strategies/{id}/formula" })
	ModelAndView check(@RequestParam(defaultValue = "") String formula) {
		return new ModelAndView("decision/editor/_formula :: checked").addObject("formula",
				this.formulas.check(formula));
	}

}
