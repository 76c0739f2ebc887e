package dev.sayso.decision.board;

import java.util.Objects;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.shared.page.Choices;

/**
 * Which offer of a criterion goes first, as it was typed.
 *
 * @param version the save of the decision that was shown
 * @param ranking {@code priority} or {@code formula}
 * @param formula kept while priority is chosen
 * @param learned whether it comes of a learned model
 * @param strict whether offers are left out where a value for it is missing
 */
record RankingForm(int version, String ranking, String formula, boolean learned, boolean strict) {

	RankingForm {
		ranking = Choices.read(ranking, "priority", "formula");
	}

	static RankingForm of(Decision decision, Criterion criterion) {
		return new RankingForm(Objects.requireNonNullElse(decision.version(), 0),
				criterion.formula().isEmpty() ? "priority" : "formula", criterion.formula(), criterion.learned(),
				criterion.strict());
	}

	boolean isByFormula() {
		return this.ranking.equals("formula");
	}

	Criterion ranked(Criterion criterion) {
		return criterion.rankedBy(isByFormula() ? this.formula : "", this.learned, this.strict);
	}

}
