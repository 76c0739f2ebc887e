package dev.sayso.condition;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes the test of a comparison out of the values it came with, or says what is wrong
 * with them.
 */
final class PredicateFactory {

	/** The most values a comparison may have. */
	static final int MOST = 1000;

	private final Fact fact;

	private final Condition.Comparison comparison;

	private final TypedValues values;

	private PredicateFactory(Fact fact, Condition.Comparison comparison) {
		this.fact = fact;
		this.comparison = comparison;
		this.values = new TypedValues(fact, comparison);
	}

	/**
	 * The test of the operator, or of the one it negates.
	 * @throws ValueException for the first value that does not fit
	 */
	static ValuePredicate of(Fact fact, Condition.Comparison comparison) {
		return new PredicateFactory(fact, comparison).read();
	}

	private ValuePredicate read() {
		int given = this.comparison.values().size();
		boolean fits = switch (this.comparison.operator().shape()) {
			case NONE -> given == 0;
			case ONE, PERIOD -> given == 1;
			case TWO -> given == 2;
			case SOME -> given >= 1 && given <= MOST;
		};
		if (!fits) {
			throw new ValueException(-1, (given == 0) ? "missing" : (given > MOST) ? "many" : "count", MOST);
		}
		Operator operator = this.comparison.operator().affirmed();
		if (operator == Operator.IS_SET) {
			return new ValuePredicate.Known();
		}
		return switch (this.fact.type()) {
			case TEXT, CODE -> text(operator);
			case NUMBER -> new NumberPredicate(operator, numbers(operator));
			case BOOLEAN -> new ValuePredicate.Truth(this.values.each(this.values::truth).get(0));
			case DATE -> new ReadDays(this.values).of(operator);
			case INSTANT -> new InstantPredicate((DayPredicate) new ReadDays(this.values).of(operator));
		};
	}

	private ValuePredicate text(Operator operator) {
		boolean exactly = this.comparison.exactly();
		UnaryOperator<String> key = (exactly || this.fact.kept() != null) ? UnaryOperator.identity() : this.fact.key();
		Set<String> wanted = new LinkedHashSet<>(this.values.each(this.values::text));
		return switch (operator) {
			case IS, IS_ONE_OF -> new ValuePredicate.Same(Set.copyOf(wanted), exactly, key);
			default -> new ValuePredicate.Part(operator, wanted.iterator().next(), exactly, key);
		};
	}

	private List<BigDecimal> numbers(Operator operator) {
		List<BigDecimal> numbers = this.values.each(this.values::number);
		if (operator == Operator.BETWEEN && numbers.get(0).compareTo(numbers.get(1)) > 0) {
			throw new ValueException(-1, "order", null);
		}
		return numbers;
	}

}
