package dev.sayso.condition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an affirmative comparison asks of a value, once for memory and once for SQL.
 */
interface Test {

	/**
	 * Whether it holds of a value that is known.
	 */
	boolean holds(Object value, Person person);

	/**
	 * The SQL that holds where it does, and is null or false where the column is null.
	 */
	String sql(Column column, Moment moment, Bindings values);

	/** A value is there. */
	record Known() implements Test {

		@Override
		public boolean holds(Object value, Person person) {
			return true;
		}

		@Override
		public String sql(Column column, Moment moment, Bindings values) {
			return column.key() + " is not null";
		}

	}

	/** A yes or a no. */
	record Truth(boolean wanted) implements Test {

		@Override
		public boolean holds(Object value, Person person) {
			return value.equals(this.wanted);
		}

		@Override
		public String sql(Column column, Moment moment, Bindings values) {
			return (this.wanted ? "" : "not ") + column.key();
		}

	}

	/** The same as one of some texts. */
	record Same(Set<String> wanted, boolean exactly, UnaryOperator<String> key) implements Test {

		@Override
		public boolean holds(Object value, Person person) {
			return this.wanted.contains(this.exactly ? (String) value : this.key.apply((String) value));
		}

		@Override
		public String sql(Column column, Moment moment, Bindings values) {
			String tested = this.exactly ? column.exact() : column.key();
			return (this.wanted.size() == 1) ? tested + " = " + values.bind(this.wanted.iterator().next())
					: tested + " = any(" + values.bind(this.wanted.toArray(String[]::new)) + ")";
		}

	}

	/** A text of which this is a part. */
	record Part(Operator where, String wanted, boolean exactly, UnaryOperator<String> key) implements Test {

		@Override
		public boolean holds(Object value, Person person) {
			String text = this.exactly ? (String) value : this.key.apply((String) value);
			return switch (this.where) {
				case STARTS_WITH -> text.startsWith(this.wanted);
				case ENDS_WITH -> text.endsWith(this.wanted);
				default -> text.contains(this.wanted);
			};
		}

		@Override
		public String sql(Column column, Moment moment, Bindings values) {
			String plain = this.wanted.replaceAll("([!%_])", "!$1");
			String pattern = switch (this.where) {
				case STARTS_WITH -> plain + "%";
				case ENDS_WITH -> "%" + plain;
				default -> "%" + plain + "%";
			};
			return (this.exactly ? column.exact() : column.key()) + " like " + values.bind(pattern) + " escape '!'";
		}

	}

	/** A number in relation to others. */
	record Number(Operator relation, List<BigDecimal> wanted) implements Test {

		@Override
		public boolean holds(Object value, Person person) {
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
		public String sql(Column column, Moment moment, Bindings values) {
			String tested = column.key();
			String first = values.bind(this.wanted.get(0));
			return switch (this.relation) {
				case LESS_THAN -> tested + " < " + first;
				case AT_MOST -> tested + " <= " + first;
				case MORE_THAN -> tested + " > " + first;
				case AT_LEAST -> tested + " >= " + first;
				case BETWEEN -> tested + " between " + first + " and " + values.bind(this.wanted.get(1));
				default -> tested + " in (" + String.join(", ", this.wanted.stream().map(values::bind).toList()) + ")";
			};
		}

	}

}
