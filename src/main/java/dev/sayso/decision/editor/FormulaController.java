package dev.sayso.decision.editor;

import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.review.FormulaValidator;
import dev.sayso.shared.page.ConsolePage;

/**
 * Checks a formula while it is written: nothing is saved. It is sent as the form that it
 * stands in would be, which says PUT.
 */
@ConsolePage
class FormulaController {

	private final FormulaValidator formulas;

	FormulaController(FormulaValidator formulas) {
		this.formulas = formulas;
	}

	@PutMapping("/decisions/{id}/formula")
	ModelAndView check(@RequestParam(defaultValue = "") String formula) {
		return new ModelAndView("decision/editor/_formula :: checked").addObject("formula",
				this.formulas.check(formula));
	}

}
