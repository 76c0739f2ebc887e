package dev.sayso.condition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who is meant, as a tree. It is two-valued: a comparison with something that is not
 * known is false, and what negates is the plain negation of that.
 */
public sealed interface Condition permits Condition.Group, Condition.Comparison {

	int DEEPEST = 30;

	int MOST = 500;

	/**
	 * How many characters one may have as JSON, so that a version and the draft of an
	 * offer still fit their columns.
	 */
	int LONGEST = 480_000;

	Group EVERYBODY = new Group(Quantifier.ALL, List.of());

	/** How many of a group's conditions have to hold. */
	enum Quantifier {

		ALL, ANY, NONE;

		/** The name in JSON, in forms and in messages. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		public static Optional<Quantifier> of(String key) {
			return Stream.of(values()).filter((quantifier) -> quantifier.key().equals(key)).findFirst();
		}

	}

	record Group(Quantifier of, List<Condition> conditions) implements Condition {

		public Group {
			conditions = List.copyOf(conditions);
		}

	}

	/**
	 * One fact compared.
	 *
	 * @param fact the name under which a room registered it
	 * @param values what it is compared with, as many as the operator takes: a
	 * {@link String}, {@link java.math.BigDecimal}, {@link Boolean} or {@link Period}
	 * @param exactly whether case and accents of a text count
	 */
	record Comparison(String fact, Operator operator, List<Object> values, boolean exactly) implements Condition {

		public Comparison {
			values = List.copyOf(values);
		}

		public Comparison(String fact, Operator operator, Object... values) {
			this(fact, operator, List.of(values), false);
		}

	}

	static Group all(Condition... conditions) {
		return new Group(Quantifier.ALL, List.of(conditions));
	}

	static Group any(Condition... conditions) {
		return new Group(Quantifier.ANY, List.of(conditions));
	}

	static Group none(Condition... conditions) {
		return new Group(Quantifier.NONE, List.of(conditions));
	}

	/** Whether this leaves nobody out by its form alone. */
	default boolean isEverybody() {
		return this instanceof Group group && group.conditions().isEmpty() && group.of() != Quantifier.ANY;
	}

	default Stream<Comparison> comparisons() {
		return match((group) -> group.conditions().stream().flatMap(Condition::comparisons), Stream::of);
	}

	default <R> R match(Function<Group, R> ofGroup, Function<Comparison, R> ofComparison) {
		return (this instanceof Group group) ? ofGroup.apply(group) : ofComparison.apply((Comparison) this);
	}

}
