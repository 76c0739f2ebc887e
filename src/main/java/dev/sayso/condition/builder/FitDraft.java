package dev.sayso.condition.builder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Fact;
import dev.sayso.condition.FactType;
import dev.sayso.condition.Operator;

/**
 * Lets what is typed on a line fit the fact it is about, after another fact or another
 * comparison was chosen.
 */
public final class FitDraft {

	private final Map<String, Fact> facts;

	private FitDraft(Map<String, Fact> facts) {
		this.facts = facts;
	}

	public static ConditionDraft.Group of(ConditionDraft.Group draft, Map<String, Fact> facts) {
		return (ConditionDraft.Group) new FitDraft(facts).fit(draft);
	}

	/**
	 * The comparisons a line offers. Being one of some things is being something with
	 * more values; and what is always known is not asked whether it is.
	 */
	static List<Operator> operators(@Nullable Fact fact) {
		FactType type = (fact != null) ? fact.type() : FactType.TEXT;
		boolean always = fact != null
				&& (type == FactType.BOOLEAN && !fact.phrase().equals("attributes") || fact.phrase().equals("reach"));
		return Arrays.stream(Operator.values())
			.filter((operator) -> operator.takes(type))
			.filter((operator) -> operator != Operator.IS_ONE_OF && operator != Operator.IS_NONE_OF)
			.filter((operator) -> type != FactType.BOOLEAN || operator != Operator.IS_NOT)
			.filter((operator) -> !always || operator.affirmed() != Operator.IS_SET)
			.toList();
	}

	private ConditionDraft fit(ConditionDraft draft) {
		if (draft instanceof ConditionDraft.Group group) {
			return group.with(group.members().stream().map(this::fit).toList());
		}
		ConditionDraft.Line line = (ConditionDraft.Line) draft;
		Fact fact = this.facts.get(line.fact());
		if (fact == null) {
			return line;
		}
		Operator operator = line.operator().takes(fact.type()) ? line.operator() : operators(fact).get(0);
		List<String> values = line.values().stream().map((value) -> fit(value, fact, operator)).toList();
		return new ConditionDraft.Line(line.fact(), operator, values, line.unit(), line.exactly());
	}

	private static String fit(String value, Fact fact, Operator operator) {
		if (operator.shape() == Operator.Shape.PERIOD) {
			return value.matches("\\d{4}-\\d\\d-\\d\\d") ? "" : value;
		}
		return switch (fact.type()) {
			case BOOLEAN -> value.equals("false") ? value : "true";
			case DATE, INSTANT -> value.matches("\\d{4}-.*") ? value : "";
			case CODE -> isOption(value, fact) ? value : "";
			default -> value;
		};
	}

	private static boolean isOption(String value, Fact fact) {
		return !fact.closed()
				|| fact.options().apply(Locale.ENGLISH).stream().anyMatch((option) -> option.value().equals(value));
	}

}
