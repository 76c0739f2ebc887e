package dev.sayso.condition;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a compiled tree, which says the same in memory and in SQL.
 */
interface Node {

	boolean holds(Person person);

	Sql sql(Moment moment, Bindings values);

	/** Some parts together. */
	record Several(Condition.Quantifier of, Node[] nodes) implements Node {

		@Override
		public boolean holds(Person person) {
			boolean all = this.of == Condition.Quantifier.ALL;
			for (Node one : this.nodes) {
				if (one.holds(person) != all) {
					return this.of == Condition.Quantifier.ANY;
				}
			}
			return this.of != Condition.Quantifier.ANY;
		}

		@Override
		public Sql sql(Moment moment, Bindings values) {
			List<Sql> parts = Arrays.stream(this.nodes).map((one) -> one.sql(moment, values)).toList();
			return switch (this.of) {
				case ALL -> Sql.all(parts);
				case ANY -> Sql.any(parts);
				case NONE -> Sql.any(parts).not();
			};
		}

	}

	/** One fact tested. */
	record One(Fact fact, Function<Person, @Nullable Object> reader, Test test, boolean negated) implements Node {

		@Override
		public boolean holds(Person person) {
			Object value = this.reader.apply(person);
			return (value != null && holds(value, person)) != this.negated;
		}

		private boolean holds(Object value, Person person) {
			if (value instanceof Many many) {
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
		public Sql sql(Moment moment, Bindings values) {
			Sql sql = (this.fact.sql() instanceof FactSql.OfRows rows) ? Sql.of(rows(rows, moment, values))
					: Sql.of(this.fact.sql().where(exactly(moment, values), values), this.fact.total());
			return this.negated ? sql.not() : sql;
		}

		private Rows rows(FactSql.OfRows rows, Moment moment, Bindings values) {
			String exact = rows.where(exactly(moment, values), values);
			return new Rows(rows.table(), this.test.isPersonal() ? rows.where(roughly(moment, values), values) : exact,
					exact);
		}

		private FactSql.Tested exactly(Moment moment, Bindings values) {
			return tested((column) -> this.test.sql(column, moment, values), moment);
		}

		private FactSql.Tested roughly(Moment moment, Bindings values) {
			return tested((column) -> this.test.rough(column, moment, values), moment);
		}

		private FactSql.Tested tested(Function<Column, String> sql, Moment moment) {
			return new FactSql.Tested() {

				@Override
				public String on(Column column) {
					return sql.apply(column);
				}

				@Override
				public boolean passes(Object value) {
					return One.this.test.holds(value, Person.at(moment.now(), moment.zone()));
				}

			};
		}

	}

}
