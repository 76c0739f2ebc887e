package dev.sayso.decision.formula;

import java.time.Duration;
import java.util.List;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelException;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExprConverter;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelMathExtensions;
import dev.cel.extensions.CelMathExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import org.jspecify.annotations.Nullable;

/**
 * What there is of the Common Expression Language in formulas. Nothing in it builds one
 * value of another again and again, nor searches by patterns, so that no formula can take
 * long. It is made when the first formula is compiled, not when the product starts.
 */
final class FormulaLanguage {

	/** How deep it may be nested; a sum nests once for each of its terms. */
	static final int DEEPEST = 64;

	/** How many elements of lists one evaluation may look at. */
	private static final int MOST_STEPS = 200;

	/** Users cannot type it in a name, so that no name of theirs hides a variable. */
	private static final String MARK = "@";

	private static final CelOptions OPTIONS = CelOptions.current()
		.maxExpressionCodePointSize(Formulas.LONGEST)
		.maxParseRecursionDepth(DEEPEST)
		.comprehensionMaxIterations(MOST_STEPS)
		.enableHeterogeneousNumericComparisons(true)
		.build();

	private static final CelMathExtensions MATH = CelExtensions.math(Function.MAX, Function.MIN, Function.CEIL,
			Function.FLOOR, Function.ROUND, Function.TRUNC, Function.ABS, Function.SIGN, Function.SQRT);

	private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
		.setOptions(OPTIONS)
		.setStandardEnvironmentEnabled(false)
		.setStandardDeclarations(
				CelStandardDeclarations.newBuilder().excludeFunctions(StandardFunction.MATCHES).build())
		.setStandardMacros(CelStandardMacro.HAS, CelStandardMacro.ALL, CelStandardMacro.EXISTS,
				CelStandardMacro.EXISTS_ONE, CelStandardMacro.FILTER)
		.addLibraries(MATH)
		.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration("days",
				CelOverloadDecl.newGlobalOverload("days_double", SimpleType.DURATION, SimpleType.DOUBLE)))
		.build();

	private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
		.setOptions(OPTIONS)
		.addLibraries(MATH)
		.addFunctionBindings(CelFunctionBinding.from("days_double", Double.class, FormulaLanguage::days))
		.build();

	private FormulaLanguage() {
	}

	private static Duration days(double days) {
		return Duration.ofSeconds(Math.round(days * Duration.ofDays(1).toSeconds()));
	}

	static CelValidationResult parse(String source) {
		return COMPILER.parse(source);
	}

	static CelValidationResult check(CelAbstractSyntaxTree tree, List<FormulaVariable> variables) {
		CelCompilerBuilder builder = COMPILER.toCompilerBuilder();
		for (int at = 0; at < variables.size(); at++) {
			builder.addVar(variable(at), FormulaNames.type(variables.get(at)));
		}
		return builder.build().check(tree);
	}

	static Program program(CelAbstractSyntaxTree tree) throws CelEvaluationException {
		return RUNTIME.createProgram(tree);
	}

	static @Nullable Object value(CelMutableCall call) {
		CelExpr alone = CelMutableExprConverter.fromMutableExpr(CelMutableExpr.ofCall(1, call));
		try {
			return program(check(CelAbstractSyntaxTree.newParsedAst(alone, CelSource.newBuilder().build()), List.of())
				.getAst()).eval();
		}
		catch (CelException ex) {
			return null;
		}
	}

	static String variable(int place) {
		return MARK + place;
	}

	static int place(String variable) {
		return Integer.parseInt(variable, MARK.length(), variable.length(), 10);
	}

}
