package dev.sayso.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionSentences.Span;

/**
 * Comparisons as clauses about people: the phrase of the fact's own family where there is
 * one, else that of its type.
 */
record ComparisonPhrases(SpanMessages messages, ValuePhrases values, Map<String, Fact> facts) {

	/** Begins a phrase that stands right after the noun, without "and". */
	private static final String ATTACHED = "+";

	/**
	 * What is said of people.
	 *
	 * @param attached whether it says where or what they are and so stands first
	 */
	record Clause(List<Span> words, boolean attached) {

	}

	Clause clause(Comparison comparison) {
		Fact fact = this.facts.get(comparison.fact());
		FactType type = type(comparison, fact);
		Operator operator = operator(comparison);
		String template = keys(comparison, operator, fact, type).map(this.messages::find)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
		boolean attached = template.startsWith(ATTACHED);
		List<Span> words = SpanMessages.fill(attached ? template.substring(1) : template,
				arguments(comparison, operator, fact, type));
		return new Clause(comparison.exactly() ? this.messages.say("sentence.exactly", words) : words, attached);
	}

	private static Operator operator(Comparison comparison) {
		boolean single = comparison.values().size() == 1;
		return switch (comparison.operator()) {
			case IS_ONE_OF -> single ? Operator.IS : Operator.IS_ONE_OF;
			case IS_NONE_OF -> single ? Operator.IS_NOT : Operator.IS_NONE_OF;
			default -> comparison.operator();
		};
	}

	private static FactType type(Comparison comparison, @Nullable Fact fact) {
		Stream<FactType> said = comparison.values()
			.stream()
			.flatMap((value) -> (value instanceof Boolean) ? Stream.of(FactType.BOOLEAN)
					: (value instanceof BigDecimal) ? Stream.of(FactType.NUMBER) : Stream.empty());
		return Stream
			.of(Stream.ofNullable(fact).map(Fact::type), said, Stream.of(FactType.TEXT, FactType.NUMBER, FactType.DATE))
			.flatMap((types) -> types)
			.filter(comparison.operator()::takes)
			.findFirst()
			.orElseThrow();
	}

	private static Stream<String> keys(Comparison comparison, Operator operator, @Nullable Fact fact, FactType type) {
		boolean valued = comparison.values().size() == 1 && (type == FactType.BOOLEAN || type == FactType.CODE);
		String how = (type == FactType.BOOLEAN && operator == Operator.IS) ? "." : "." + operator.key() + ".";
		return families(fact, type).map((family) -> "phrase." + family)
			.flatMap((family) -> Stream.concat(
					valued ? Stream.of(family + how + comparison.values().get(0)) : Stream.empty(),
					Stream.of(family + "." + operator.key())));
	}

	private static Stream<String> families(@Nullable Fact fact, FactType type) {
		Stream<String> own = Stream.ofNullable(fact).filter((known) -> known.type() == type).map(Fact::phrase);
		return Stream.concat(own, Stream.of(type.key(), (type.isDay() ? FactType.DATE : type).key()));
	}

	private List<List<Span>> arguments(Comparison comparison, Operator operator, @Nullable Fact fact, FactType type) {
		List<List<Span>> arguments = new ArrayList<>();
		arguments.add(this.values.name(comparison, fact, type));
		List<List<Span>> given = comparison.values()
			.stream()
			.map((value) -> this.values.word(value, fact, type))
			.toList();
		switch (given.isEmpty() ? Operator.Shape.NONE : operator.shape()) {
			case SOME -> arguments.add(this.messages.join(operator.negates() ? "sentence.nor" : "sentence.or", given));
			case PERIOD -> comparison.values().forEach((value) -> arguments.addAll(this.values.period(value)));
			default -> arguments.addAll(given);
		}
		while (arguments.size() < 3) {
			arguments.add(SpanMessages.strong("…"));
		}
		return arguments;
	}

}
