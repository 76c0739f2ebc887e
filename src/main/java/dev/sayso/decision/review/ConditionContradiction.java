package dev.sayso.decision.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.Operator;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds conditions that nobody can meet together, as far as their form tells: what is and
 * is not the same at once, and one thing that would have to be two, or less than it would
 * have to be more than.
 */
final class ConditionContradiction {

	/** Facts that have several values where somebody said no several times begin so. */
	private static final String SEVERAL = "optOut";

	private final List<Comparison> held = new ArrayList<>();

	private final List<Comparison> denied = new ArrayList<>();

	private ConditionContradiction() {
	}

	/** Whether all of these together are for nobody. What is not found may still be. */
	static boolean in(Condition... together) {
		ConditionContradiction contradiction = new ConditionContradiction();
		List.of(together).forEach(contradiction::require);
		return contradiction.isThere();
	}

	private void require(Condition condition) {
		if (condition instanceof Comparison comparison) {
			(denies(comparison) ? this.denied : this.held).add(affirmed(comparison));
		}
		else if (condition instanceof Condition.Group group && group.of() == Quantifier.ALL) {
			group.conditions().forEach(this::require);
		}
		else if (condition instanceof Condition.Group group && group.of() == Quantifier.NONE) {
			group.conditions()
				.stream()
				.filter(Comparison.class::isInstance)
				.map(Comparison.class::cast)
				.forEach((part) -> (denies(part) ? this.held : this.denied).add(affirmed(part)));
		}
		else if (condition instanceof Condition.Group group && group.conditions().size() == 1) {
			require(group.conditions().get(0));
		}
	}

	private boolean isThere() {
		return this.held.stream().anyMatch((held) -> this.denied.stream().anyMatch((denied) -> excludes(denied, held)))
				|| this.held.stream().anyMatch((held) -> this.held.stream().anyMatch((other) -> differ(held, other)));
	}

	private static boolean excludes(Comparison denied, Comparison held) {
		if (!denied.fact().equals(held.fact())) {
			return false;
		}
		if (denied.operator() == Operator.IS_SET) {
			return true;
		}
		boolean values = isEqual(denied) && isEqual(held) && denied.exactly() == held.exactly();
		return values ? values(denied).containsAll(values(held))
				: denied.operator() == held.operator() && denied.values().equals(held.values());
	}

	private static boolean differ(Comparison comparison, Comparison other) {
		if (!comparison.fact().equals(other.fact()) || comparison.fact().startsWith(SEVERAL)) {
			return false;
		}
		List<Range> ranges = Range.of(comparison);
		List<Range> otherRanges = Range.of(other);
		return !ranges.isEmpty() && !otherRanges.isEmpty()
				&& ranges.stream().allMatch((range) -> otherRanges.stream().allMatch(range::isApart));
	}

	private static boolean isEqual(Comparison comparison) {
		return comparison.operator() == Operator.IS || comparison.operator() == Operator.IS_ONE_OF;
	}

	private static Set<Object> values(Comparison comparison) {
		Set<Object> values = new HashSet<>();
		comparison.values()
			.forEach((value) -> values.add((value instanceof String text) ? TextNormalizer.key(text) : value));
		return values;
	}

	private static boolean denies(Comparison comparison) {
		return comparison.operator() != comparison.operator().affirmed();
	}

	private static Comparison affirmed(Comparison comparison) {
		return new Comparison(comparison.fact(), comparison.operator().affirmed(), comparison.values(),
				comparison.exactly());
	}

	/**
	 * Values that a comparison leaves to a fact, from one to another; days as they are
	 * written (ISO 8601), which sorts them.
	 *
	 * @param low null for no bound
	 * @param high null for no bound
	 * @param closed whether the bounds themselves are among them
	 */
	private record Range(@Nullable Comparable<?> low, @Nullable Comparable<?> high, boolean closed) {

		static List<Range> of(Comparison comparison) {
			List<Comparable<?>> values = comparison.values().stream().<Comparable<?>>map(Range::value).toList();
			return switch (comparison.operator()) {
				case IS, IS_ONE_OF -> values.stream().map((value) -> new Range(value, value, true)).toList();
				case LESS_THAN, BEFORE -> List.of(new Range(null, values.get(0), false));
				case AT_MOST -> List.of(new Range(null, values.get(0), true));
				case MORE_THAN, AFTER -> List.of(new Range(values.get(0), null, false));
				case AT_LEAST -> List.of(new Range(values.get(0), null, true));
				case BETWEEN -> List.of(new Range(values.get(0), values.get(1), true));
				default -> List.of();
			};
		}

		private static Comparable<?> value(Object value) {
			if (value instanceof Boolean truth) {
				return truth;
			}
			return (value instanceof Number number) ? new BigDecimal(number.toString())
					: TextNormalizer.key(value.toString());
		}

		boolean isApart(Range other) {
			return endsBefore(other) || other.endsBefore(this);
		}

		private boolean endsBefore(Range other) {
			if (this.high == null || other.low == null) {
				return false;
			}
			int order = compare(this.high, other.low);
			return order < 0 || order == 0 && !(this.closed && other.closed);
		}

		@SuppressWarnings("unchecked")
		private static int compare(Comparable<?> one, Comparable<?> other) {
			return (one.getClass() == other.getClass()) ? ((Comparable<Object>) one).compareTo(other) : 1;
		}

	}

}
