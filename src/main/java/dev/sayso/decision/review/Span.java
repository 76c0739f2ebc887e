package dev.sayso.decision.review;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition.Comparison;
import dev.sayso.shared.TextNormalizer;

/**
 * Values that a comparison leaves to a fact, from one to another; days as they are
 * written (ISO 8601), which sorts them.
 *
 * @param low null for no bound
 * @param high null for no bound
 * @param closed whether the bounds themselves are among them
 */
record Span(@Nullable Comparable<?> low, @Nullable Comparable<?> high, boolean closed) {

	/**
	 * What a comparison leaves; nothing where its form does not tell.
	 */
	static List<Span> of(Comparison one) {
		List<Comparable<?>> values = one.values().stream().<Comparable<?>>map(Span::value).toList();
		return switch (one.operator()) {
			case IS, IS_ONE_OF -> values.stream().map((value) -> new Span(value, value, true)).toList();
			case LESS_THAN, BEFORE -> List.of(new Span(null, values.get(0), false));
			case AT_MOST -> List.of(new Span(null, values.get(0), true));
			case MORE_THAN, AFTER -> List.of(new Span(values.get(0), null, false));
			case AT_LEAST -> List.of(new Span(values.get(0), null, true));
			case BETWEEN -> List.of(new Span(values.get(0), values.get(1), true));
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

	/**
	 * Whether nothing is in both.
	 */
	boolean isApart(Span other) {
		return endsBefore(other) || other.endsBefore(this);
	}

	private boolean endsBefore(Span other) {
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
