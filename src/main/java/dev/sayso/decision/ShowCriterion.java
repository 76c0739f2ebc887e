package dev.sayso.decision;

import java.util.Comparator;
import java.util.List;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audience.Eligibilities;
import dev.sayso.decision.DecisionFinding.Step;
import dev.sayso.offer.Collection;

/**
 * Puts the form of a criterion together.
 */
@Component
class ShowCriterion {

	private final ShowDecision show;

	private final Catalogue catalogue;

	private final Eligibilities eligibilities;

	private final CheckFormula formulas;

	private final ReviewDecision review;

	private final FindingWords words;

	ShowCriterion(ShowDecision show, Catalogue catalogue, Eligibilities eligibilities, CheckFormula formulas,
			ReviewDecision review, FindingWords words) {
		this.show = show;
		this.catalogue = catalogue;
		this.eligibilities = eligibilities;
		this.formulas = formulas;
		this.review = review;
		this.words = words;
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
		ModelAndView page = this.show.step(Step.CRITERIA, decision, status);
		page.setViewName("decision/criterion");
		return page.addObject("form", form)
			.addObject("placement", placement)
			.addObject("placementName", this.catalogue.look().placementName(placement))
			.addObject("place", place)
			.addObject("first", EditCriteria.scope(decision, placement).criteria().isEmpty())
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

	private List<FindingWords.Said> findings(Decision decision, String placement, int place) {
		return (place == 0) ? List.of()
				: this.words.say(this.review.of(decision), decision)
					.stream()
					.filter((one) -> one.isAbout(placement, place))
					.toList();
	}

}
