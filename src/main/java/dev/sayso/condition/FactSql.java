package dev.sayso.condition;

/**
 * How a query about the person {@code p} of the table {@code profile} finds a fact.
 */
@FunctionalInterface
public interface FactSql {

	/** The SQL that holds where a test holds of the fact. */
	String where(Test test, SqlBindings bindings);

	static FactSql column(FactColumn column) {
		return (test, bindings) -> test.on(column);
	}

	/**
	 * A fact told by the rows a person has in a table: it holds of those who have one
	 * that passes, so it is never null.
	 *
	 * @param row the SQL that holds of a row {@code r} that passes
	 */
	record OfRows(String table, FactSql row) implements FactSql {

		@Override
		public String where(Test test, SqlBindings bindings) {
			return this.row.where(test, bindings);
		}

	}

	interface Test {

		String on(FactColumn column);

		/**
		 * Whether a value passes, for a fact of few values that each have SQL of their
		 * own.
		 */
		boolean passes(Object value);

	}

}
