package dev.sayso.condition;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number in relation to others.
 */
record NumberPredicate(Operator relation, List<BigDecimal> wanted) implements ValuePredicate {

	@Override
	public boolean holds(Object value, PersonFacts person) {
		BigDecimal number = (BigDecimal) value;
		int order = number.compareTo(this.wanted.get(0));
		return switch (this.relation) {
			case LESS_THAN -> order < 0;
			case AT_MOST -> order <= 0;
			case MORE_THAN -> order > 0;
			case AT_LEAST -> order >= 0;
			case BETWEEN -> order >= 0 && number.compareTo(this.wanted.get(1)) <= 0;
			default -> this.wanted.stream().anyMatch((one) -> one.compareTo(number) == 0);
		};
	}

	@Override
	public String sql(FactColumn column, EvaluationTime moment, SqlBindings values) {
		String tested = column.key();
		return switch (this.relation) {
			case LESS_THAN -> tested + " < " + values.bind(this.wanted.get(0));
			case AT_MOST -> tested + " <= " + values.bind(this.wanted.get(0));
			case MORE_THAN -> tested + " > " + values.bind(this.wanted.get(0));
			case AT_LEAST -> tested + " >= " + values.bind(this.wanted.get(0));
			case BETWEEN ->
				tested + " between " + values.bind(this.wanted.get(0)) + " and " + values.bind(this.wanted.get(1));
			default -> tested + " = any(" + values.bind(this.wanted.toArray(BigDecimal[]::new)) + ")";
		};
	}

}
