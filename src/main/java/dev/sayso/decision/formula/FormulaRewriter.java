package dev.sayso.decision.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.ast.CelMutableExpr.CelMutableIdent;
import dev.cel.common.ast.CelMutableExpr.CelMutableSelect;
import dev.cel.common.ast.CelMutableExprConverter;

/**
 * One walk through a parsed formula, before its types are checked, which makes it what
 * people mean. Whole numbers become doubles, those that functions give included, since
 * the language never mixes the two kinds and people know but one; a number stays whole
 * only as the place in a list. Each name that is read, and each question whether it is
 * known, becomes a variable of its own, so that what a formula reads is exactly the list
 * of these.
 */
final class FormulaRewriter {

	private static final List<String> MATH = List.of("math");

	private static final Set<String> WHOLE = Set.of("size", "int", "uint", "getFullYear", "getMonth", "getDayOfYear",
			"getDayOfMonth", "getDate", "getDayOfWeek", "getHours", "getMinutes", "getSeconds", "getMilliseconds");

	private final FormulaFaults faults;

	private final FormulaNames names;

	/** What the formula reads; the variable of each place stands where it was written. */
	private final List<FormulaVariable> places = new ArrayList<>();

	/** The variables of the formula's own that stand where the walk is. */
	private final Set<String> own = new HashSet<>();

	/** For nodes that were not written, beyond the numbers of those that were. */
	private long next = Integer.MAX_VALUE;

	FormulaRewriter(FormulaNames names, FormulaFaults faults) {
		this.names = names;
		this.faults = faults;
	}

	CelAbstractSyntaxTree rewrite(CelAbstractSyntaxTree tree) {
		CelMutableExpr root = CelMutableExprConverter.fromCelExpr(tree.getExpr());
		walk(root);
		return CelAbstractSyntaxTree.newParsedAst(CelMutableExprConverter.fromMutableExpr(root), tree.getSource());
	}

	private void walk(CelMutableExpr node) {
		List<String> path = FormulaPath.of(node);
		if (!path.isEmpty() && !this.own.contains(path.get(0))) {
			name(node, path, UnaryOperator.identity());
			return;
		}
		switch (node.getKind()) {
			case CONSTANT -> node.setConstant(number(node.constant()));
			case SELECT -> select(node);
			case CALL -> call(node);
			case LIST -> node.list().elements().forEach(this::walk);
			case MAP -> node.map().entries().forEach((entry) -> {
				walk(entry.key());
				walk(entry.value());
			});
			case COMPREHENSION -> comprehension(node);
			case STRUCT -> this.faults.add(node.id(), FormulaFault.of("other"));
			case IDENT, NOT_SET -> {
			}
		}
	}

	private static CelConstant number(CelConstant constant) {
		return switch (constant.getKind()) {
			case INT64_VALUE -> CelConstant.ofValue((double) constant.int64Value());
			case UINT64_VALUE -> CelConstant.ofValue(constant.uint64Value().doubleValue());
			default -> constant;
		};
	}

	private void select(CelMutableExpr node) {
		CelMutableSelect select = node.select();
		List<String> path = select.testOnly() ? FormulaPath.of(select) : List.of();
		if (!path.isEmpty() && !this.own.contains(path.get(0))) {
			name(node, path, FormulaVariable.Known::new);
		}
		else {
			walk(select.operand());
		}
	}

	private void call(CelMutableExpr node) {
		CelMutableCall call = node.call();
		if (FormulaPath.isFixed(call)) {
			fixed(node, call);
			return;
		}
		call.target().filter((target) -> !FormulaPath.of(target).equals(MATH)).ifPresent(this::walk);
		boolean place = call.function().equals(FormulaPath.INDEX) && FormulaPath.isWhole(call.args().get(1));
		(place ? call.args().subList(0, 1) : call.args()).forEach(this::walk);
		if (WHOLE.contains(call.function())) {
			node.setCall(CelMutableCall.create("double", CelMutableExpr.newInstance(node)));
			node.setId(this.next++);
		}
	}

	private void comprehension(CelMutableExpr node) {
		CelMutableComprehension loop = node.comprehension();
		walk(loop.iterRange());
		walk(loop.accuInit());
		if (!this.own.isEmpty()) {
			this.faults.add(node.id(), FormulaFault.of("nested"));
			return;
		}
		if (FormulaNames.ROOTS.contains(loop.iterVar())) {
			this.faults.add(node.id(), FormulaFault.of("taken", loop.iterVar()));
			return;
		}
		this.own.addAll(List.of(loop.iterVar(), loop.accuVar()));
		Stream.of(loop.loopCondition(), loop.loopStep(), loop.result()).forEach(this::walk);
		this.own.clear();
	}

	List<FormulaVariable> places() {
		return this.places;
	}

	private void name(CelMutableExpr node, List<String> path, UnaryOperator<FormulaVariable> wrap) {
		FormulaVariable variable = this.names.read(path);
		if (variable != null) {
			become(node, wrap.apply(variable));
		}
		else {
			this.faults.add(FormulaPath.start(node), this.names.fault(path));
		}
	}

	private void fixed(CelMutableExpr node, CelMutableCall call) {
		CelMutableExpr written = call.args().get(0);
		Object value = FormulaLanguage.value(call);
		if (value != null) {
			become(node, new FormulaVariable.Fixed(FormulaPath.text(written), value));
		}
		else {
			this.faults.add(written.id(), FormulaFault.of(call.function(), FormulaPath.text(written)));
		}
	}

	private void become(CelMutableExpr node, FormulaVariable variable) {
		int place = this.places.indexOf(variable);
		if (place < 0) {
			place = this.places.size();
			this.places.add(variable);
		}
		node.setIdent(CelMutableIdent.create(FormulaLanguage.variable(place)));
	}

}
