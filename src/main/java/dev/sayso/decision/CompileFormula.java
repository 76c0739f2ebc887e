package dev.sayso.decision;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;

/**
 * Reads what was written, makes it what was meant, and checks that. A later step is taken
 * only where nothing is wrong in those before.
 */
record CompileFormula(FormulaNames names) {

	/**
	 * Makes a formula ready to rank.
	 * @throws BadFormula with everything that is wrong with it
	 */
	Formula compile(String source) {
		try {
			return compile(sound(FormulaLanguage.parse(source)));
		}
		catch (CelException ex) {
			throw new IllegalStateException("a formula without faults that cannot be made ready", ex);
		}
	}

	private Formula compile(CelAbstractSyntaxTree written) throws CelException {
		FormulaFaults faults = new FormulaFaults(written.getSource());
		FormulaReads reads = new FormulaReads(this.names, faults);
		CelAbstractSyntaxTree meant = new RewriteFormula(reads, faults).rewrite(written);
		faults.refuse();
		CelAbstractSyntaxTree checked = sound(FormulaLanguage.check(meant, reads.places()));
		if (!FormulaIssues.isNumber(checked.getResultType().kind())) {
			CelExpr whole = checked.getExpr();
			faults.add(whole.id(), FormulaFault.of("result", FormulaIssues.word(checked.getResultType().name())));
			faults.refuse();
		}
		return new Formula(FormulaLanguage.program(checked), reads.places());
	}

	private static CelAbstractSyntaxTree sound(CelValidationResult result) throws CelException {
		FormulaFaults faults = new FormulaFaults(result.getSource());
		faults.add(result.getErrors());
		faults.refuse();
		return result.getAst();
	}

}
