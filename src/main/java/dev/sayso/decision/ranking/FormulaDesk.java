package dev.sayso.decision.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.formula.Formula;
import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.decision.formula.InvalidFormulaException;

/**
 * Says of a formula, while it is written, what is wrong with it and where, what to think
 * about, which names it may use, and what it gives for a few real people.
 */
@Component
public class FormulaDesk {

	private final Formulas formulas;

	private final FormulaTrial trial;

	private final FormulaPalette palette;

	private final MessageSourceAccessor messages;

	FormulaDesk(Formulas formulas, FormulaTrial trial, FormulaPalette palette, MessageSourceAccessor messages) {
		this.formulas = formulas;
		this.trial = trial;
		this.palette = palette;
		this.messages = messages;
	}

	/**
	 * Where a formula is written.
	 *
	 * @param content the draft as it would be with it
	 * @param place of the criterion in its scope, from 1
	 */
	public record Place(Decision decision, DecisionContent content, String placement, int place) {
	}

	/** Whether it cannot be read, or names what is not there. */
	public boolean isFaulty(String formula) {
		return !this.formulas.faults(formula).isEmpty();
	}

	/**
	 * The formula while it is written.
	 * @param people those it is tried on, by their ids; none where they are still to be
	 * chosen
	 */
	public FormulaView check(String formula, Place at, List<String> people) {
		boolean blank = formula.isBlank();
		List<FormulaView.Wrong> wrong = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		boolean personal = false;
		if (!blank) {
			try {
				Formula compiled = this.formulas.compile(formula);
				personal = compiled.readsProfile();
				note(compiled).ifPresent(notes::add);
			}
			catch (InvalidFormulaException ex) {
				ex.faults().forEach((fault) -> wrong.add(wrong(fault, formula)));
			}
		}
		FormulaTrial.Tried tried = this.trial.run(at, people);
		return new FormulaView(blank, personal, wrong, notes, blank || !wrong.isEmpty() ? List.of() : tried.rows(),
				tried.people(), this.palette.groups(tried));
	}

	private Optional<String> note(Formula formula) {
		return Optional.ofNullable(formula.flaw())
			.map((flaw) -> this.messages.getMessage("decision.formula.flaw." + flaw.key()));
	}

	private FormulaView.Wrong wrong(FormulaFault fault, String formula) {
		return new FormulaView.Wrong(this.messages.getMessage(fault.key(), fault.args()), fault.line(), fault.column(),
				FaultyLine.of(formula, fault));
	}

}
