package dev.sayso.condition;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

interface ConditionNode {

	boolean holds(PersonFacts person);

	SqlFragment sql(EvaluationTime time, SqlBindings bindings);

	record Group(Condition.Quantifier of, ConditionNode[] nodes) implements ConditionNode {

		@Override
		public boolean holds(PersonFacts person) {
			boolean all = this.of == Condition.Quantifier.ALL;
			for (ConditionNode node : this.nodes) {
				if (node.holds(person) != all) {
					return this.of == Condition.Quantifier.ANY;
				}
			}
			return this.of != Condition.Quantifier.ANY;
		}

		@Override
		public SqlFragment sql(EvaluationTime time, SqlBindings bindings) {
			List<SqlFragment> parts = Arrays.stream(this.nodes).map((node) -> node.sql(time, bindings)).toList();
			return switch (this.of) {
				case ALL -> SqlFragment.all(parts);
				case ANY -> SqlFragment.any(parts);
				case NONE -> SqlFragment.any(parts).not();
			};
		}

	}

	record Comparison(Fact fact, Function<PersonFacts, @Nullable Object> reader, ValuePredicate predicate,
			boolean negated) implements ConditionNode {

		@Override
		public boolean holds(PersonFacts person) {
			Object value = this.reader.apply(person);
			return (value != null && holds(value, person)) != this.negated;
		}

		private boolean holds(Object value, PersonFacts person) {
			if (value instanceof MultiValue many) {
				for (Object single : many.values()) {
					if (this.predicate.holds(single, person)) {
						return true;
					}
				}
				return false;
			}
			return this.predicate.holds(value, person);
		}

		@Override
		public SqlFragment sql(EvaluationTime time, SqlBindings bindings) {
			SqlFragment sql = (this.fact.sql() instanceof FactSql.OfRows rows)
					? SqlFragment.of(rows(rows, time, bindings))
					: SqlFragment.of(this.fact.sql().where(exactly(time, bindings), bindings), this.fact.total());
			return this.negated ? sql.not() : sql;
		}

		private SqlFragment.Rows rows(FactSql.OfRows rows, EvaluationTime time, SqlBindings bindings) {
			String exact = rows.where(exactly(time, bindings), bindings);
			return new SqlFragment.Rows(rows.table(),
					this.predicate.isPersonal() ? rows.where(roughly(time, bindings), bindings) : exact, exact);
		}

		private FactSql.Test exactly(EvaluationTime time, SqlBindings bindings) {
			return tested((column) -> this.predicate.sql(column, time, bindings), time);
		}

		private FactSql.Test roughly(EvaluationTime time, SqlBindings bindings) {
			return tested((column) -> this.predicate.rough(column, time, bindings), time);
		}

		private FactSql.Test tested(Function<FactColumn, String> sql, EvaluationTime time) {
			return new FactSql.Test() {

				@Override
				public String on(FactColumn column) {
					return sql.apply(column);
				}

				@Override
				public boolean passes(Object value) {
					return Comparison.this.predicate.holds(value, PersonFacts.at(time.now(), time.zone()));
				}

			};
		}

	}

}
