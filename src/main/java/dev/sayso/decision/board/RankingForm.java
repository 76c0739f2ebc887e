package dev.sayso.decision.board;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.decision.ranking.FormulaDesk;
import dev.sayso.shared.page.Choices;

/**
 * Which offer of a criterion goes first, as it was typed.
 *
 * @param version the save of the decision that was shown
 * @param ranking {@code priority} or {@code formula}
 * @param formula kept while priority is chosen
 * @param learned whether it comes of a learned model
 * @param missing what it means that a value for it is missing; empty until it was chosen
 * @param instead the number that an offer ranks as there
 * @param insert a name to be put into the formula; empty for none
 */
public record RankingForm(int version, String ranking, String formula, boolean learned, String missing, String instead,
		String insert) {

	public RankingForm {
		ranking = Choices.read(ranking, "priority", "formula");
		missing = Choices.read(missing, "", "out", "priority", "number");
		formula = Objects.requireNonNullElse(formula, "");
		instead = Objects.requireNonNullElse(instead, "");
		insert = Objects.requireNonNullElse(insert, "");
	}

	static RankingForm of(Decision decision, Criterion criterion) {
		return of(Objects.requireNonNullElse(decision.version(), 0), criterion);
	}

	/**
	 * How a criterion ranks, wherever it stands.
	 * @param version the save of the decision, or of the strategy, that is shown
	 */
	public static RankingForm of(int version, Criterion criterion) {
		boolean ranked = !criterion.formula().isEmpty();
		return new RankingForm(version, ranked ? "formula" : "priority", criterion.formula(), criterion.learned(),
				ranked ? criterion.missing().kind().key() : "", MissingValue.plain(criterion.missing().number()), "");
	}

	public boolean isByFormula() {
		return this.ranking.equals("formula");
	}

	/** The same with the name put in, where there is one. */
	public RankingForm inserted() {
		String blank = (this.formula.isEmpty() || this.formula.matches("(?s).*[\\s(]")) ? "" : " ";
		return new RankingForm(this.version, "formula", this.formula + blank + this.insert, this.learned, this.missing,
				this.instead, "");
	}

	/** What is wrong with it, besides what is with the formula itself. */
	public void check(Errors errors) {
		if (isByFormula() && this.missing.isEmpty()) {
			errors.rejectValue("missing", "decision.criterion.fault.missing");
		}
		else if (isByFormula() && meaning() == null) {
			errors.rejectValue("instead", "decision.criterion.fault.instead");
		}
	}

	/** Null where it was not chosen, or is no number. */
	public @Nullable MissingValue meaning() {
		try {
			return switch (this.missing) {
				case "" -> null;
				case "number" -> MissingValue.of(MissingValue.number(this.instead));
				default -> MissingValue.parse(this.missing);
			};
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/** A criterion that ranks so; by priority, the formula that was typed is left out. */
	public Criterion ranked(Criterion criterion) {
		return criterion.rankedBy(isByFormula() ? this.formula : "", this.learned, meaning());
	}

	/** Where its formula is written, whether it is chosen yet or not. */
	FormulaDesk.Place locate(Decision decision, String placement, int place) {
		return new FormulaDesk.Place(decision,
				BoardPlaces
					.changing(placement, place,
							(criterion) -> criterion.rankedBy(this.formula, this.learned, meaning()))
					.apply(decision.draft()),
				placement, place);
	}

}
