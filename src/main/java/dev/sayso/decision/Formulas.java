package dev.sayso.decision;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.sayso.profile.ProfileFields;

/**
 * Compiles ranking formulas over what there is to read just now; what cannot rank is
 * refused when it is typed, with its place.
 */
@Component
class Formulas {

	private final Supplier<Map<String, ProfileFields.Field>> fields;

	@Autowired
	Formulas(ProfileFields fields) {
		this(fields::byName);
	}

	Formulas(Supplier<Map<String, ProfileFields.Field>> fields) {
		this.fields = fields;
	}

	/**
	 * Makes a formula ready to rank.
	 * @throws BadFormula with everything that is wrong with it
	 */
	Formula compile(String source) {
		if (source.isBlank()) {
			throw new BadFormula(List.of(FormulaFault.of("empty")));
		}
		if (source.codePointCount(0, source.length()) > FormulaLanguage.LONGEST) {
			throw new BadFormula(List.of(FormulaFault.of("long", FormulaLanguage.LONGEST)));
		}
		try {
			return compile(FormulaLanguage.parse(source));
		}
		catch (CelValidationException | CelEvaluationException ex) {
			throw new IllegalStateException("a formula without faults that cannot be made ready", ex);
		}
	}

	private Formula compile(CelValidationResult parsed) throws CelValidationException, CelEvaluationException {
		refuse(parsed);
		CelAbstractSyntaxTree written = parsed.getAst();
		FormulaFaults faults = new FormulaFaults(written.getSource());
		RewriteFormula rewrite = new RewriteFormula(new FormulaNames(this.fields.get()), faults);
		CelAbstractSyntaxTree meant = rewrite.rewrite(written);
		faults.refuse();
		CelValidationResult checked = FormulaLanguage.check(meant, rewrite.reads());
		refuse(checked);
		CelAbstractSyntaxTree tree = checked.getAst();
		if (!FormulaIssues.isNumber(tree.getResultType().kind())) {
			faults.add(tree.getExpr().id(), FormulaFault.of("result", FormulaIssues.word(tree.getResultType().name())));
			faults.refuse();
		}
		return new Formula(FormulaLanguage.program(tree), rewrite.reads());
	}

	private static void refuse(CelValidationResult result) {
		FormulaFaults faults = new FormulaFaults(result.getSource());
		faults.add(result.getErrors());
		faults.refuse();
	}

}
