package dev.sayso.decision.formula;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileFields;

/**
 * Compiles ranking formulas over what there is to read just now; what cannot rank is
 * refused when it is typed, with its place. Only its compiler names the language itself,
 * so that the product starts without loading that.
 */
@Component
public class Formulas {

	static final int LONGEST = 2_000;

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
	 * @throws InvalidFormulaException with everything that is wrong with it
	 */
	public Formula compile(String source) {
		if (source.isBlank()) {
			throw new InvalidFormulaException(List.of(FormulaFault.of("empty")));
		}
		if (source.codePointCount(0, source.length()) > LONGEST) {
			throw new InvalidFormulaException(List.of(FormulaFault.of("long", LONGEST)));
		}
		return new Compiler(new FormulaNames(this.fields.get())).compile(source);
	}

	public List<FormulaFault> faults(String source) {
		try {
			compile(source);
			return List.of();
		}
		catch (InvalidFormulaException ex) {
			return ex.faults();
		}
	}

	/**
	 * Reads what was written, makes it what was meant, and checks that. A later step is
	 * taken only where nothing is wrong in those before.
	 */
	private record Compiler(FormulaNames names) {

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

}
