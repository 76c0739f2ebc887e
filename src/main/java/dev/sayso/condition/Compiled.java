package dev.sayso.condition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition ready to be asked: of one person in memory, of everybody in SQL. The two
 * always agree.
 */
public final class Compiled {

	private final Node node;

	private final Set<Class<?>> parts;

	Compiled(Node node, Set<Class<?>> parts) {
		this.node = node;
		this.parts = Set.copyOf(parts);
	}

	/**
	 * Whether somebody is meant.
	 */
	public boolean holds(Person person) {
		return this.node.holds(person);
	}

	/**
	 * The parts of a {@link Person} it has to know.
	 */
	public Set<Class<?>> parts() {
		return this.parts;
	}

	/**
	 * What a query about the person {@code p} has to require.
	 * @param now when the query asks
	 * @param zone where days begin for those whose zone is not known
	 */
	public Where where(Instant now, ZoneId zone) {
		Bindings values = new Bindings();
		return new Where(where(now, zone, values), values.values());
	}

	/**
	 * The same as part of a query that binds more.
	 */
	public String where(Instant now, ZoneId zone, Bindings values) {
		return this.node.sql(new Moment(now, zone), values).text();
	}

	/**
	 * What a query requires, and the values it names.
	 */
	public record Where(String sql, Map<String, Object> values) {

	}

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

	/** A part of the tree. */
	interface Node {

		boolean holds(Person person);

		Sql sql(Moment moment, Bindings values);

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
	record One(Fact fact, Test test, boolean negated) implements Node {

		@Override
		public boolean holds(Person person) {
			Object value = this.fact.reader().apply(person);
			return (value != null && holds(value, person)) != this.negated;
		}

		private boolean holds(Object value, Person person) {
			if (value instanceof Collection<?> several) {
				for (Object one : several) {
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
