package dev.sayso.decision.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;

/**
 * Reads what was written, makes it what was meant, and checks that. A later step is taken
 * only where nothing is wrong in those before.
 */
record FormulaCompiler(FormulaNames names) {

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
		FormulaRewriter rewriter = new FormulaRewriter(this.names, faults);
		CelAbstractSyntaxTree meant = rewriter.rewrite(written);
		faults.refuse();
		CelAbstractSyntaxTree checked = sound(FormulaLanguage.check(meant, rewriter.places()));
		if (!FormulaIssueMessages.isNumber(checked.getResultType().kind())) {
			CelExpr whole = checked.getExpr();
			faults.add(whole.id(),
					FormulaFault.of("result", FormulaIssueMessages.word(checked.getResultType().name())));
			faults.refuse();
		}
		return new Formula(FormulaLanguage.program(checked), rewriter.places());
	}

	private static CelAbstractSyntaxTree sound(CelValidationResult result) throws CelException {
		FormulaFaults faults = new FormulaFaults(result.getSource());
		faults.add(result.getErrors());
		faults.refuse();
		return result.getAst();
	}

}
