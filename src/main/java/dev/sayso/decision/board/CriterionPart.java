package dev.sayso.decision.board;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.audience.eligibility.EligibilityView;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.decision.ranking.FormulaDesk;

/**
 * The forms of a criterion: whom it is for, which of its offers goes first, and where
 * they come from.
 */
@Component
class CriterionPart implements BoardPart {

	private final EligibilityForms eligibilities;

	private final FormulaDesk desk;

	private final DecisionMessages messages;

	CriterionPart(EligibilityForms eligibilities, FormulaDesk desk, DecisionMessages messages) {
		this.eligibilities = eligibilities;
		this.desk = desk;
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
			case "source" -> Map.of("collections", this.messages.collections(criterion.collection()), "owns",
					criterion.offers().size());
			default -> Map.of("eligibility", view(EligibilityForm.of(criterion.eligibility())));
		};
	}

	EligibilityView view(EligibilityForm form) {
		return this.eligibilities.view(form, "", true);
	}

}
