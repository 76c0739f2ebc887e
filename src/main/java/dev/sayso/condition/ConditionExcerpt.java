package dev.sayso.condition;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.audit.FieldChange;

/**
 * Conditions of a change without what is the same in their long lists: of a thousand
 * values, those that differ and how many they are.
 */
public final class ConditionExcerpt {

	/** A list no longer than that is told whole. */
	private static final int SHORT = 20;

	/** How many values of a longer one are told. */
	private static final int TOLD = 5;

	/**
	 * Begins the value that stands for those not told, which no value of a condition
	 * does: how many changed, and of how many.
	 */
	static final String MARK = "\u0001";

	private final Map<List<Object>, Deque<List<Object>>> others = new HashMap<>();

	private ConditionExcerpt(@Nullable Condition other) {
		if (other != null) {
			other.comparisons()
				.filter((comparison) -> comparison.operator().shape().isList())
				.forEach((comparison) -> this.others
					.computeIfAbsent(subject(comparison), (subject) -> new ArrayDeque<>())
					.add(comparison.values()));
		}
	}

	/**
	 * The same change as it is told; what is no condition stays as it is.
	 * @param change of a condition, as JSON
	 */
	public static FieldChange of(FieldChange change) {
		try {
			Condition before = parse(change.before());
			Condition after = parse(change.after());
			return new FieldChange(change.field(), write(before, after), write(after, before));
		}
		catch (InvalidConditionException ex) {
			return change;
		}
	}

	private static @Nullable Condition parse(@Nullable String json) {
		return (json != null) ? ConditionJson.parse(json) : null;
	}

	private static @Nullable String write(@Nullable Condition condition, @Nullable Condition other) {
		return (condition != null) ? ConditionJson.write(new ConditionExcerpt(other).excerpt(condition)) : null;
	}

	private Condition excerpt(Condition condition) {
		return condition.match(
				(group) -> new Condition.Group(group.of(), group.conditions().stream().map(this::excerpt).toList()),
				this::excerpt);
	}

	private Condition excerpt(Condition.Comparison comparison) {
		if (!comparison.operator().shape().isList()) {
			return comparison;
		}
		Deque<List<Object>> counterparts = this.others.get(subject(comparison));
		List<Object> other = (counterparts != null) ? counterparts.poll() : null;
		return (comparison.values().size() <= SHORT && (other == null || other.size() <= SHORT)) ? comparison
				: new Condition.Comparison(comparison.fact(), comparison.operator(), told(comparison.values(), other),
						comparison.exactly());
	}

	/** A list that has no counterpart is new or gone as a whole. */
	private static List<Object> told(List<Object> values, @Nullable List<Object> other) {
		Set<Object> own = without(values, (other != null) ? other : List.of());
		int changed = (other != null) ? Math.max(own.size(), without(other, values).size()) : values.size();
		int most = (other != null) ? Math.max(values.size(), other.size()) : values.size();
		return Stream
			.concat((own.isEmpty() ? values : own).stream().limit(TOLD), Stream.of(MARK + changed + "/" + most))
			.toList();
	}

	private static Set<Object> without(Collection<Object> values, Collection<Object> others) {
		Set<Object> left = new LinkedHashSet<>(values);
		new LinkedHashSet<>(others).forEach(left::remove);
		return left;
	}

	private static List<Object> subject(Condition.Comparison comparison) {
		return List.of(comparison.fact(), comparison.operator(), comparison.exactly());
	}

}
