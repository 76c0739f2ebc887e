package dev.sayso.condition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

interface ValuePredicate {

	boolean holds(Object value, PersonFacts person);

	/**
	 * The SQL that holds where it does, and is null or false where the column is null.
	 */
	String sql(FactColumn column, EvaluationTime time, SqlBindings bindings);

	default boolean isPersonal() {
		return false;
	}

	default String rough(FactColumn column, EvaluationTime time, SqlBindings bindings) {
		return sql(column, time, bindings);
	}

	record Known() implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			return true;
		}

		@Override
		public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
			return column.key() + " is not null";
		}

	}

	record Truth(boolean expected) implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			return value.equals(this.expected);
		}

		@Override
		public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
			return (this.expected ? "" : "not ") + column.key();
		}

	}

	record Same(Set<String> expected, boolean exactly, UnaryOperator<String> key) implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			return this.expected.contains(this.key.apply((String) value));
		}

		@Override
		public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
			String tested = this.exactly ? column.exact() : column.key();
			return (this.expected.size() == 1) ? tested + " = " + bindings.bind(this.expected.iterator().next())
					: tested + " = any(" + bindings.bind(this.expected.toArray(String[]::new)) + ")";
		}

	}

	record Part(Operator where, String expected, boolean exactly, UnaryOperator<String> key) implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			String text = this.key.apply((String) value);
			return switch (this.where) {
				case STARTS_WITH -> text.startsWith(this.expected);
				case ENDS_WITH -> text.endsWith(this.expected);
				default -> text.contains(this.expected);
			};
		}

		@Override
		public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
			String plain = this.expected.replaceAll("([!%_])", "!$1");
			String pattern = switch (this.where) {
				case STARTS_WITH -> plain + "%";
				case ENDS_WITH -> "%" + plain;
				default -> "%" + plain + "%";
			};
			return (this.exactly ? column.exact() : column.key()) + " like " + bindings.bind(pattern) + " escape '!'";
		}

	}

	/** A number in relation to others. */
	record Ordered(Operator relation, List<BigDecimal> expected) implements ValuePredicate {

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

}
