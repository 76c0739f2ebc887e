package dev.sayso.decision.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.decision.formula.InvalidFormulaException;
import dev.sayso.person.ProfileFields;

/**
 * Says of a formula, while it is written, what is wrong with it, and which names it may
 * use.
 */
@Component
public class FormulaValidator {

	private final Formulas formulas;

	private final FindingMessages findings;

	private final ProfileFields fields;

	private final MessageSourceAccessor messages;

	FormulaValidator(Formulas formulas, FindingMessages findings, ProfileFields fields,
			MessageSourceAccessor messages) {
		this.formulas = formulas;
		this.findings = findings;
		this.fields = fields;
		this.messages = messages;
	}

	record Checked(boolean blank, boolean personal, List<Wrong> wrong) {
	}

	record Wrong(String text, int line, int column) {
	}

	record Name(String name, String label) {
	}

	public Checked check(String formula) {
		try {
			boolean blank = formula.isBlank();
			return new Checked(blank, !blank && this.formulas.compile(formula).readsProfile(), List.of());
		}
		catch (InvalidFormulaException ex) {
			return new Checked(false, false,
					ex.faults()
						.stream()
						.map((fault) -> new Wrong(this.findings.formula(fault), fault.line(), fault.column()))
						.toList());
		}
	}

	public List<FormulaFault> faults(String formula) {
		return this.formulas.faults(formula);
	}

	public List<Name> names() {
		List<Name> names = new ArrayList<>();
		Stream.of("offer.priority", "offer.attributes.…", "offer.key", "offer.name", "context.…", "now")
			.forEach((name) -> names
				.add(new Name(name, this.messages.getMessage("decision.name." + name.replace(".…", "")))));
		this.fields.byName()
			.values()
			.forEach(
					(field) -> names.add(new Name("profile." + field.name(), this.messages.getMessage(field.label()))));
		return names;
	}

}
