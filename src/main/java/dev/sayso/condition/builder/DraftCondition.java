package dev.sayso.condition.builder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactType;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;

/**
 * Makes a condition of a draft: all of it to be saved, or only what is whole to be looked
 * at while one edits.
 */
public final class DraftCondition {

	private final Map<String, Fact> facts;

	private final boolean whole;

	private DraftCondition(Map<String, Fact> facts, boolean whole) {
		this.facts = facts;
		this.whole = whole;
	}

	/**
	 * All that stands in the form, right or wrong.
	 */
	public static Condition.Group all(ConditionDraft.Group draft, Map<String, Fact> facts) {
		return new DraftCondition(facts, true).group(draft);
	}

	/**
	 * What is whole already.
	 */
	public static Condition.Group soFar(ConditionDraft.Group draft, Map<String, Fact> facts) {
		return new DraftCondition(facts, false).group(draft);
	}

	private Condition.Group group(ConditionDraft.Group draft) {
		List<Condition> members = new ArrayList<>();
		for (ConditionDraft member : draft.members()) {
			if (member instanceof ConditionDraft.Line line) {
				if (this.whole || line.isComplete()) {
					members.add(comparison(line));
				}
			}
			else {
				Condition.Group inner = group((ConditionDraft.Group) member);
				if (this.whole || !inner.conditions().isEmpty()) {
					members.add(inner);
				}
			}
		}
		return new Condition.Group(draft.of(), members);
	}

	private Condition comparison(ConditionDraft.Line line) {
		Fact fact = this.facts.get(line.fact());
		FactType type = (fact != null) ? fact.type() : FactType.TEXT;
		List<Object> values = line.values()
			.stream()
			.filter((value) -> !value.isBlank())
			.map((value) -> typed(value, line, type))
			.toList();
		Operator.Shape shape = line.operator().shape();
		if (shape == Operator.Shape.NONE) {
			values = List.of();
		}
		else if (shape == Operator.Shape.ONE && values.size() > 1 && !takesMany(line.operator(), type)) {
			values = values.subList(0, 1);
		}
		boolean many = values.size() > 1 && shape == Operator.Shape.ONE;
		return new Condition.Comparison(line.fact(), many ? several(line.operator()) : line.operator(), values,
				line.exactly() && (type == FactType.TEXT || type == FactType.CODE));
	}

	/**
	 * Whether one of several values may be meant.
	 */
	static boolean takesMany(Operator operator, FactType type) {
		return (operator == Operator.IS || operator == Operator.IS_NOT)
				&& (type == FactType.TEXT || type == FactType.CODE || type == FactType.NUMBER);
	}

	private static Operator several(Operator operator) {
		return (operator == Operator.IS_NOT) ? Operator.IS_NONE_OF : Operator.IS_ONE_OF;
	}

	private static Object typed(String value, ConditionDraft.Line line, FactType type) {
		if (line.operator().shape() == Operator.Shape.PERIOD) {
			return value.matches("\\d{1,6}") ? new Period(Integer.parseInt(value), line.unit()) : value;
		}
		return switch (type) {
			case NUMBER -> number(value);
			case BOOLEAN -> value.equals("true");
			default -> value;
		};
	}

	private static Object number(String value) {
		try {
			return new BigDecimal(value.replace(',', '.').replace(" ", ""));
		}
		catch (NumberFormatException ex) {
			return value;
		}
	}

}
