package dev.sayso.decision.editor;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.review.FormulaValidator;
import dev.sayso.shared.page.ConsolePage;

/**
 * Checks a formula while it is written: nothing is saved. The form of a criterion that is
 * there already says PUT.
 */
@ConsolePage
class FormulaController {

	private final FormulaValidator formulas;

	FormulaController(FormulaValidator formulas) {
		this.formulas = formulas;
	}

	@RequestMapping(path = "/decisions/{id}/formula", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView check(@RequestParam(defaultValue = "") String formula) {
		return new ModelAndView("decision/editor/_formula :: checked").addObject("formula",
				this.formulas.check(formula));
	}

}
