package dev.sayso.decision.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionExplainer;
import dev.sayso.condition.ConditionExplanation;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.PersonFacts;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.TraceEntry;
import dev.sayso.shared.TimeFormat;

/**
 * Tells offer by offer why an answer is what it is, down to the comparison that failed.
 */
@Component
public class ChoiceExplainer {

	private final TraceMessages words;

	private final ConditionExplainer explain;

	private final ConditionSentences aloud;

	private final FactRegistry facts;

	private final ConditionMessages values;

	private final TimeFormat times;

	ChoiceExplainer(TraceMessages words, ConditionExplainer explain, ConditionSentences aloud, FactRegistry facts,
			ConditionMessages values, TimeFormat times) {
		this.words = words;
		this.explain = explain;
		this.aloud = aloud;
		this.facts = facts;
		this.values = values;
		this.times = times;
	}

	/** What all steps of one trace are told with. */
	private record Telling(DecisionContext asking, Locale reader, ConditionSentences aloud, Map<String, Fact> facts) {

	}

	/**
	 * The trace of an answer that was asked for with one.
	 */
	public List<TraceStep> of(ScopeResult chosen, DecisionContext asking, Locale reader) {
		if (chosen.trace().isEmpty()) {
			return List.of();
		}
		Telling telling = new Telling(asking, reader, this.aloud.now(), this.facts.byName());
		return chosen.trace().stream().map((one) -> step(one, telling)).toList();
	}

	private TraceStep step(TraceEntry one, Telling telling) {
		ConditionExplanation culprit = switch (one.outcome()) {
			case CRITERION_NOT_ELIGIBLE -> culprit(one.criterion().asked(), telling.asking().person());
			case NOT_ELIGIBLE -> culprit(one.offer().asked(), telling.asking().person());
			default -> null;
		};
		TraceStep.Compared compared = (culprit != null) ? compared(culprit, telling) : null;
		String detail = this.words.detail(one, telling.asking(), telling.reader());
		if (culprit != null && compared != null) {
			detail += " " + this.words.compared(compared.sentence(), known(culprit, telling), culprit.holds(),
					telling.reader());
		}
		return new TraceStep(one.offer().slug(), one.offer().name(), one.criterion().place() + 1,
				one.criterion().collection(), one.outcome(), DecisionDocument.number(one.score()), detail, compared);
	}

	private @Nullable ConditionExplanation culprit(Condition asked, PersonFacts person) {
		try {
			return culprit(this.explain.explain(asked, person), true);
		}
		catch (InvalidConditionException ex) {
			return null;
		}
	}

	/**
	 * The first comparison because of which a part is not as it is wanted.
	 */
	static @Nullable ConditionExplanation culprit(ConditionExplanation part, boolean wanted) {
		if (!(part.condition() instanceof Condition.Group group)) {
			return part;
		}
		boolean inner = (group.of() == Condition.Quantifier.NONE) != wanted;
		for (ConditionExplanation one : part.parts()) {
			if (one.holds() != inner) {
				return culprit(one, inner);
			}
		}
		return null;
	}

	private TraceStep.Compared compared(ConditionExplanation culprit, Telling telling) {
		return new TraceStep.Compared(ConditionJson.tree(culprit.condition()),
				telling.aloud().plain(culprit.condition(), telling.reader()),
				culprit.known().stream().map(this::plain).toList());
	}

	/**
	 * A value as JSON has it.
	 */
	private Object plain(Object known) {
		return (known instanceof Number || known instanceof Boolean) ? known
				: (known instanceof java.time.Instant instant) ? this.times.iso(instant)
						: (known instanceof LocalDate day) ? day.toString() : known.toString();
	}

	private List<String> known(ConditionExplanation culprit, Telling telling) {
		Fact fact = telling.facts().get(((Condition.Comparison) culprit.condition()).fact());
		return (fact == null) ? List.of()
				: culprit.known().stream().map((one) -> this.values.value(fact, one, telling.reader())).toList();
	}

}
