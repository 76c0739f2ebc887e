package dev.sayso.decision.editor;

import java.util.Comparator;
import java.util.List;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.decision.review.FindingMessages;
import dev.sayso.decision.review.FormulaValidator;
import dev.sayso.offer.collection.Collection;

/**
 * Puts the form of a criterion together.
 */
@Component
class CriterionPage {

	private final DecisionPage page;

	private final DecisionCatalogue catalogue;

	private final EligibilityForms eligibilities;

	private final FormulaValidator formulas;

	private final DecisionReview review;

	private final FindingMessages messages;

	CriterionPage(DecisionPage page, DecisionCatalogue catalogue, EligibilityForms eligibilities,
			FormulaValidator formulas, DecisionReview review, FindingMessages messages) {
		this.page = page;
		this.catalogue = catalogue;
		this.eligibilities = eligibilities;
		this.formulas = formulas;
		this.review = review;
		this.messages = messages;
	}

	/** A collection to choose, and how many offers it has now. */
	record Choice(String slug, String name, int offers) {
	}

	/**
	 * The page.
	 * @param place of the criterion in its scope, from 1; 0 for a new one
	 * @param open whether the reader may edit
	 */
	ModelAndView page(Decision decision, String placement, int place, CriterionForm form, boolean open,
			HttpStatusCode status) {
		ModelAndView page = this.page.step(Step.CRITERIA, decision, status);
		page.setViewName("decision/editor/criterion");
		return page.addObject("form", form)
			.addObject("placement", placement)
			.addObject("placementName", this.catalogue.look().placementName(placement))
			.addObject("place", place)
			.addObject("first", CriterionEditor.scope(decision, placement).criteria().isEmpty())
			.addObject("open", open)
			.addObject("collections", collections(form.collection()))
			.addObject("eligibility", this.eligibilities.view(form.eligibility(), "", open))
			.addObject("formula", this.formulas.check(form.byFormula() ? form.formula() : ""))
			.addObject("names", this.formulas.names())
			.addObject("findings", findings(decision, placement, place));
	}

	private List<Choice> collections(String chosen) {
		return this.catalogue.collections()
			.stream()
			.filter((one) -> !one.isArchived() || one.slug().equals(chosen))
			.sorted(Comparator.comparing(Collection::name, String.CASE_INSENSITIVE_ORDER))
			.map((one) -> new Choice(one.slug(), one.name(), this.catalogue.size(one)))
			.toList();
	}

	private List<FindingMessages.Sentence> findings(Decision decision, String placement, int place) {
		return (place == 0) ? List.of()
				: this.messages.say(this.review.review(decision), decision)
					.stream()
					.filter((one) -> one.isAbout(placement, place))
					.toList();
	}

}
