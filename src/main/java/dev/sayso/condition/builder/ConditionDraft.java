package dev.sayso.condition.builder;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;

/**
 * A condition while somebody puts it together: as the form has it, whole or not yet.
 */
public sealed interface ConditionDraft permits ConditionDraft.Group, ConditionDraft.Line {

	/** The path of the outermost group. */
	String ROOT = "0";

	/** Lines and groups under one word. */
	record Group(Condition.Quantifier of, List<ConditionDraft> members) implements ConditionDraft {

		static final Group EMPTY = new Group(Condition.Quantifier.ALL, List.of());

		/** What could not be read is asked of nobody, never of everybody. */
		public static final Group UNREADABLE = new Group(Condition.Quantifier.ALL,
				List.of(new Line("?", Operator.IS_SET, List.of(""), Period.Unit.DAYS, false)));

		Group with(List<ConditionDraft> changed) {
			return new Group(this.of, List.copyOf(changed));
		}

	}

	/**
	 * A comparison as it is typed.
	 *
	 * @param values one or more texts; for a period the amount
	 * @param unit of a period
	 */
	record Line(String fact, Operator operator, List<String> values, Period.Unit unit,
			boolean exactly) implements ConditionDraft {

		/** What a new line begins with. */
		public static final Line NEW = new Line("country", Operator.IS, List.of(""), Period.Unit.DAYS, false);

		/**
		 * Whether something is typed wherever something has to be.
		 */
		boolean isComplete() {
			return this.operator.shape() == Operator.Shape.NONE
					|| this.values.stream().anyMatch((value) -> !value.isBlank())
							&& (this.operator.shape() != Operator.Shape.TWO
									|| this.values.stream().filter((value) -> !value.isBlank()).count() == 2);
		}

		Line with(List<String> changed) {
			return new Line(this.fact, this.operator, List.copyOf(changed), this.unit, this.exactly);
		}

	}

	/**
	 * A condition to be edited.
	 */
	static Group of(Condition condition) {
		return (edited(condition) instanceof Group group) ? group
				: new Group(Condition.Quantifier.ALL, List.of(edited(condition)));
	}

	private static ConditionDraft edited(Condition condition) {
		return condition.match(
				(group) -> new Group(group.of(), group.conditions().stream().map(ConditionDraft::edited).toList()),
				ConditionDraft::line);
	}

	private static ConditionDraft line(Condition.Comparison comparison) {
		List<String> values = new ArrayList<>();
		Period.Unit unit = Period.Unit.DAYS;
		for (Object value : comparison.values()) {
			if (value instanceof Period period) {
				unit = period.unit();
				values.add(String.valueOf(period.amount()));
			}
			else {
				values.add((value instanceof java.math.BigDecimal number) ? number.toPlainString() : value.toString());
			}
		}
		return new Line(comparison.fact(), single(comparison.operator()), values, unit, comparison.exactly());
	}

	/**
	 * The builder knows one word for being something and being one of some things.
	 */
	private static Operator single(Operator operator) {
		return switch (operator) {
			case IS_ONE_OF -> Operator.IS;
			case IS_NONE_OF -> Operator.IS_NOT;
			default -> operator;
		};
	}

}
