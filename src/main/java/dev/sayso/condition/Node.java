package dev.sayso.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a compiled tree, which says the same in memory and in SQL.
 */
interface Node {

	boolean holds(Person person);

	Sql sql(Moment moment, Bindings values);

	/**
	 * SQL that holds or not.
	 *
	 * @param total whether it is never null
	 */
	record Sql(String text, boolean total) {

		/**
		 * Null is not true, and so is negated like false.
		 */
		Sql not() {
			return new Sql(this.total ? "not (" + this.text + ")" : "(" + this.text + ") is not true", true);
		}

	}

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
			boolean all = this.of == Condition.Quantifier.ALL;
			if (this.nodes.length == 0) {
				return new Sql((this.of == Condition.Quantifier.ANY) ? "1 = 0" : "1 = 1", true);
			}
			List<String> texts = new ArrayList<>();
			boolean total = true;
			for (Node one : this.nodes) {
				Sql sql = one.sql(moment, values);
				texts.add(sql.text());
				total &= sql.total();
			}
			Sql together = new Sql(
					(texts.size() == 1) ? texts.get(0) : "(" + String.join(all ? "\n\tand " : "\n\tor ", texts) + ")",
					total);
			return (this.of == Condition.Quantifier.NONE) ? together.not() : together;
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
			Sql sql = new Sql(this.fact.sql().where(tested(moment, values), values), this.fact.total());
			return this.negated ? sql.not() : sql;
		}

		private FactSql.Tested tested(Moment moment, Bindings values) {
			return new FactSql.Tested() {

				@Override
				public String on(Column column) {
					return One.this.test.sql(column, moment, values);
				}

				@Override
				public boolean passes(Object value) {
					return One.this.test.holds(value, Person.at(moment.now(), moment.zone()));
				}

			};
		}

	}

}
