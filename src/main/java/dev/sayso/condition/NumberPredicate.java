package dev.sayso.condition;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number in relation to others.
 */
record NumberPredicate(Operator relation, List<BigDecimal> expected) implements ValuePredicate {

	@Override
	public boolean holds(Object value, PersonFacts person) {
		BigDecimal number = (BigDecimal) value;
		int order = number.compareTo(this.expected.get(0));
		return switch (this.relation) {
			case LESS_THAN -> order < 0;
			case AT_MOST -> order <= 0;
			case MORE_THAN -> order > 0;
			case AT_LEAST -> order >= 0;
			case BETWEEN -> order >= 0 && number.compareTo(this.expected.get(1)) <= 0;
			default -> this.expected.stream().anyMatch((candidate) -> candidate.compareTo(number) == 0);
		};
	}

	@Override
	public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
		String tested = column.key();
		return switch (this.relation) {
			case LESS_THAN -> tested + " < " + bindings.bind(this.expected.get(0));
			case AT_MOST -> tested + " <= " + bindings.bind(this.expected.get(0));
			case MORE_THAN -> tested + " > " + bindings.bind(this.expected.get(0));
			case AT_LEAST -> tested + " >= " + bindings.bind(this.expected.get(0));
			case BETWEEN -> tested + " between " + bindings.bind(this.expected.get(0)) + " and "
					+ bindings.bind(this.expected.get(1));
			default -> tested + " = any(" + bindings.bind(this.expected.toArray(BigDecimal[]::new)) + ")";
		};
	}

}
