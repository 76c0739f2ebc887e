package dev.sayso.decision.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableIdent;

/**
 * What one formula reads, gathered while it is rewritten: each variable has a place, and
 * the variable of that place stands where it was written.
 */
final class FormulaVariables {

	private final FormulaNames names;

	private final FormulaFaults faults;

	private final List<FormulaVariable> places = new ArrayList<>();

	FormulaVariables(FormulaNames names, FormulaFaults faults) {
		this.names = names;
		this.faults = faults;
	}

	List<FormulaVariable> places() {
		return this.places;
	}

	/**
	 * Makes a name the variable of what it reads.
	 * @param wrap makes of the variable the question whether it is known, where only that
	 * is asked
	 */
	void name(CelMutableExpr node, List<String> path, UnaryOperator<FormulaVariable> wrap) {
		FormulaVariable variable = this.names.read(path);
		if (variable != null) {
			become(node, wrap.apply(variable));
		}
		else {
			this.faults.add(FormulaPath.start(node), this.names.fault(path));
		}
	}

	/**
	 * Works a written moment or stretch of time out but once.
	 */
	void fixed(CelMutableExpr node, CelMutableCall call) {
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
