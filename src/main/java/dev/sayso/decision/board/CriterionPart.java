package dev.sayso.decision.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.audience.eligibility.EligibilityView;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.ranking.FormulaDesk;

/**
 * The forms of a criterion: whom it is for, which of its offers goes first, and where
 * they come from.
 */
@Component
class CriterionPart implements BoardPart {

	private final EligibilityForms eligibilities;

	private final FormulaDesk desk;

	private final DecisionCatalogue catalogue;

	private final MessageSourceAccessor messages;

	CriterionPart(EligibilityForms eligibilities, FormulaDesk desk, DecisionCatalogue catalogue,
			MessageSourceAccessor messages) {
		this.eligibilities = eligibilities;
		this.desk = desk;
		this.catalogue = catalogue;
		this.messages = messages;
	}

	@Override
	public boolean opens(String kind) {
		return kind.equals("people") || kind.equals("ranking") || kind.equals("source");
	}

	@Override
	public Object form(Decision decision, OpenForm open) {
		Criterion criterion = BoardPlaces.criterion(decision, open.placement(), open.place());
		return switch (open.kind()) {
			case "ranking" -> RankingForm.of(decision, criterion);
			case "source" -> SourceForm.of(decision, criterion);
			default -> PeopleForm.of(decision);
		};
	}

	@Override
	public Map<String, ?> choices(Decision decision, OpenForm open) {
		Criterion criterion = BoardPlaces.criterion(decision, open.placement(), open.place());
		return switch (open.kind()) {
			case "ranking" -> Map.of("formula", this.desk.check(criterion.formula(),
					RankingForm.of(decision, criterion).locate(decision, open.placement(), open.place()), List.of()));
			case "source" -> Map.of("collections", collections(criterion), "owns", criterion.offers().size());
			default -> Map.of("eligibility", view(EligibilityForm.of(criterion.eligibility())));
		};
	}

	EligibilityView view(EligibilityForm form) {
		return this.eligibilities.view(form, "", true);
	}

	private Map<String, String> collections(Criterion criterion) {
		Map<String, String> names = new LinkedHashMap<>();
		this.catalogue.collections()
			.stream()
			.filter((one) -> !one.isArchived() || one.slug().equals(criterion.collection()))
			.forEach((one) -> names.put(one.slug(), this.messages.getMessage("decision.collection.option",
					new Object[] { one.name(), this.catalogue.size(one) })));
		return names;
	}

}
