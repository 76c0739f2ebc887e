package dev.sayso.decision.board;

import java.util.List;

import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.ranking.FormulaDesk;
import dev.sayso.shared.page.ConsolePage;

/**
 * Checks a formula while it is written, and tries it on a few people: nothing is saved.
 */
@ConsolePage
class FormulaController {

	private final Decisions decisions;

	private final FormulaDesk desk;

	FormulaController(Decisions decisions, FormulaDesk desk) {
		this.decisions = decisions;
		this.desk = desk;
	}

	@PostMapping("/decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/formula")
	ModelAndView check(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@ModelAttribute("form") RankingForm form, BindingResult errors,
			@RequestParam(defaultValue = "") List<String> person) {
		Decision decision = this.decisions.get(id);
		BoardPlaces.criterion(decision, placement, place);
		return new ModelAndView("decision/ranking/_formula :: checked").addObject("formula",
				this.desk.check(form.formula(), form.locate(decision, placement, place), person));
	}

}
