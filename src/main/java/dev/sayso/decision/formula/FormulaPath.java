package dev.sayso.decision.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableSelect;

/**
 * Tells names with dots from other expressions: {@code context.page} is one, and so is
 * {@code context["page"]}.
 */
final class FormulaPath {

	static final String INDEX = "_[_]";

	private static final Set<String> FIXED = Set.of("duration", "timestamp");

	private FormulaPath() {
	}

	static List<String> of(CelMutableExpr node) {
		return switch (node.getKind()) {
			case IDENT -> List.of(node.ident().name());
			case SELECT -> node.select().testOnly() ? List.of() : of(node.select());
			case CALL ->
				isNamed(node.call()) ? of(node.call().args().get(0), text(node.call().args().get(1))) : List.of();
			default -> List.of();
		};
	}

	static List<String> of(CelMutableSelect select) {
		return of(select.operand(), select.field());
	}

	private static List<String> of(CelMutableExpr operand, String member) {
		List<String> path = new ArrayList<>(of(operand));
		if (!path.isEmpty()) {
			path.add(member);
		}
		return path;
	}

	static long start(CelMutableExpr node) {
		return switch (node.getKind()) {
			case SELECT -> start(node.select().operand());
			case CALL -> start(node.call().args().get(0));
			default -> node.id();
		};
	}

	private static boolean isNamed(CelMutableCall call) {
		return call.function().equals(INDEX) && isText(call.args().get(1));
	}

	static boolean isFixed(CelMutableCall call) {
		return FIXED.contains(call.function()) && call.target().isEmpty() && call.args().size() == 1
				&& isText(call.args().get(0));
	}

	private static boolean isText(CelMutableExpr node) {
		return is(node, CelConstant.Kind.STRING_VALUE);
	}

	static boolean isWhole(CelMutableExpr node) {
		return is(node, CelConstant.Kind.INT64_VALUE);
	}

	private static boolean is(CelMutableExpr node, CelConstant.Kind kind) {
		return node.getKind() == Kind.CONSTANT && node.constant().getKind() == kind;
	}

	static String text(CelMutableExpr node) {
		return node.constant().stringValue();
	}

}
