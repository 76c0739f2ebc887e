package dev.sayso.condition;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an affirmative comparison asks of a value, once for memory and once for SQL.
 */
interface ValuePredicate {

	/**
	 * Whether it holds of a value that is known.
	 */
	boolean holds(Object value, PersonFacts person);

	/**
	 * The SQL that holds where it does, and is null or false where the column is null.
	 */
	String sql(FactColumn column, EvaluationTime moment, SqlBindings values);

	/**
	 * Whether it depends on more of a person than the value.
	 */
	default boolean isPersonal() {
		return false;
	}

	/**
	 * The SQL that holds wherever it does, and asks for no more than the column.
	 */
	default String rough(FactColumn column, EvaluationTime moment, SqlBindings values) {
		return sql(column, moment, values);
	}

	/** A value is there. */
	record Known() implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			return true;
		}

		@Override
		public String sql(FactColumn column, EvaluationTime moment, SqlBindings values) {
			return column.key() + " is not null";
		}

	}

	/** A yes or a no. */
	record Truth(boolean wanted) implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			return value.equals(this.wanted);
		}

		@Override
		public String sql(FactColumn column, EvaluationTime moment, SqlBindings values) {
			return (this.wanted ? "" : "not ") + column.key();
		}

	}

	/** The same as one of some texts. */
	record Same(Set<String> wanted, boolean exactly, UnaryOperator<String> key) implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			return this.wanted.contains(this.key.apply((String) value));
		}

		@Override
		public String sql(FactColumn column, EvaluationTime moment, SqlBindings values) {
			String tested = this.exactly ? column.exact() : column.key();
			return (this.wanted.size() == 1) ? tested + " = " + values.bind(this.wanted.iterator().next())
					: tested + " = any(" + values.bind(this.wanted.toArray(String[]::new)) + ")";
		}

	}

	/** A text of which this is a part. */
	record Part(Operator where, String wanted, boolean exactly, UnaryOperator<String> key) implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			String text = this.key.apply((String) value);
			return switch (this.where) {
				case STARTS_WITH -> text.startsWith(this.wanted);
				case ENDS_WITH -> text.endsWith(this.wanted);
				default -> text.contains(this.wanted);
			};
		}

		@Override
		public String sql(FactColumn column, EvaluationTime moment, SqlBindings values) {
			String plain = this.wanted.replaceAll("([!%_])", "!$1");
			String pattern = switch (this.where) {
				case STARTS_WITH -> plain + "%";
				case ENDS_WITH -> "%" + plain;
				default -> "%" + plain + "%";
			};
			return (this.exactly ? column.exact() : column.key()) + " like " + values.bind(pattern) + " escape '!'";
		}

	}

}
