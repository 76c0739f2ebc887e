package dev.sayso.condition;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a compiled tree, which says the same in memory and in SQL.
 */
interface ConditionNode {

	boolean holds(PersonFacts person);

	SqlFragment sql(EvaluationTime moment, SqlBindings values);

	/** Some parts together. */
	record Several(Condition.Quantifier of, ConditionNode[] nodes) implements ConditionNode {

		@Override
		public boolean holds(PersonFacts person) {
			boolean all = this.of == Condition.Quantifier.ALL;
			for (ConditionNode one : this.nodes) {
				if (one.holds(person) != all) {
					return this.of == Condition.Quantifier.ANY;
				}
			}
			return this.of != Condition.Quantifier.ANY;
		}

		@Override
		public SqlFragment sql(EvaluationTime moment, SqlBindings values) {
			List<SqlFragment> parts = Arrays.stream(this.nodes).map((one) -> one.sql(moment, values)).toList();
			return switch (this.of) {
				case ALL -> SqlFragment.all(parts);
				case ANY -> SqlFragment.any(parts);
				case NONE -> SqlFragment.any(parts).not();
			};
		}

	}

	/** One fact tested. */
	record One(Fact fact, Function<PersonFacts, @Nullable Object> reader, ValuePredicate test,
			boolean negated) implements ConditionNode {

		@Override
		public boolean holds(PersonFacts person) {
			Object value = this.reader.apply(person);
			return (value != null && holds(value, person)) != this.negated;
		}

		private boolean holds(Object value, PersonFacts person) {
			if (value instanceof MultiValue many) {
				for (Object one : many.values()) {
					if (this.test.holds(one, person)) {
						return true;
					}
				}
				return false;
			}
			return this.test.holds(value, person);
		}

		@Override
		public SqlFragment sql(EvaluationTime moment, SqlBindings values) {
			SqlFragment sql = (this.fact.sql() instanceof FactSql.OfRows rows)
					? SqlFragment.of(rows(rows, moment, values))
					: SqlFragment.of(this.fact.sql().where(exactly(moment, values), values), this.fact.total());
			return this.negated ? sql.not() : sql;
		}

		private RelatedRows rows(FactSql.OfRows rows, EvaluationTime moment, SqlBindings values) {
			String exact = rows.where(exactly(moment, values), values);
			return new RelatedRows(rows.table(),
					this.test.isPersonal() ? rows.where(roughly(moment, values), values) : exact, exact);
		}

		private FactSql.Tested exactly(EvaluationTime moment, SqlBindings values) {
			return tested((column) -> this.test.sql(column, moment, values), moment);
		}

		private FactSql.Tested roughly(EvaluationTime moment, SqlBindings values) {
			return tested((column) -> this.test.rough(column, moment, values), moment);
		}

		private FactSql.Tested tested(Function<FactColumn, String> sql, EvaluationTime moment) {
			return new FactSql.Tested() {

				@Override
				public String on(FactColumn column) {
					return sql.apply(column);
				}

				@Override
				public boolean passes(Object value) {
					return One.this.test.holds(value, PersonFacts.at(moment.now(), moment.zone()));
				}

			};
		}

	}

}
