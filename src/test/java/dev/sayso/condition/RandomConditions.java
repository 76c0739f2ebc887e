package dev.sayso.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.PredicateFactory.ValueException;

/**
 * Random conditions: trees of any form, with values that are often those of people there
 * are, and often nearly.
 */
public class RandomConditions {

	private final Random random;

	private final List<Fact> facts;

	private final RandomValues values;

	private int comparisons;

	public RandomConditions(Random random, Collection<Fact> facts, Collection<PersonFacts> people) {
		this.random = random;
		this.facts = List.copyOf(facts);
		this.values = new RandomValues(random, people);
	}

	/**
	 * A valid tree, as deep as that at most.
	 */
	public Condition condition(int depth) {
		this.comparisons = 8;
		return node(depth);
	}

	/**
	 * A tree as deep as one may be.
	 */
	public Condition deepest() {
		Condition within = comparison();
		for (int depth = 0; depth < Condition.DEEPEST; depth++) {
			within = new Group(quantifier(),
					this.random.nextInt(6) > 0 ? List.of(within) : List.of(comparison(), within, comparison()));
		}
		return within;
	}

	private Condition node(int depth) {
		if (depth == 0 || this.comparisons <= 0 || this.random.nextInt(4) == 0) {
			this.comparisons--;
			return comparison();
		}
		List<Condition> members = new ArrayList<>();
		for (int member = this.random.nextInt(4); member >= 0; member--) {
			members.add(node(depth - 1));
		}
		return new Group(quantifier(), members);
	}

	private Quantifier quantifier() {
		return any(List.of(Quantifier.values()));
	}

	/**
	 * One fact compared with something it takes.
	 */
	public Comparison comparison() {
		while (true) {
			Fact fact = any(this.facts);
			Operator operator = any(
					Stream.of(Operator.values()).filter((known) -> known.affirmed().takes(fact.type())).toList());
			Comparison comparison = new Comparison(fact.name(), operator, operands(fact, operator),
					fact.type() == FactType.TEXT && this.random.nextInt(3) == 0);
			if (fits(fact, comparison)) {
				return comparison;
			}
		}
	}

	private List<Object> operands(Fact fact, Operator operator) {
		return switch (operator.shape()) {
			case NONE -> List.of();
			case PERIOD -> List.of(this.values.period());
			case ONE -> List.of(this.values.of(fact));
			case SOME -> Stream.generate(() -> this.values.of(fact)).limit(1 + this.random.nextInt(5)).toList();
			case TWO -> ordered(this.values.of(fact), this.values.of(fact));
		};
	}

	@SuppressWarnings("unchecked")
	private static List<Object> ordered(Object one, Object other) {
		Object[] both = { one, other };
		Arrays.sort(both, (first, second) -> ((Comparable<Object>) first).compareTo(second));
		return List.of(both);
	}

	private static boolean fits(Fact fact, Comparison comparison) {
		try {
			return PredicateFactory.of(fact, comparison) != null;
		}
		catch (ValueException ex) {
			return false;
		}
	}

	private <T> T any(List<T> some) {
		return some.get(this.random.nextInt(some.size()));
	}

}
