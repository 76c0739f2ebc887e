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
import dev.sayso.decision.ScopeResult.TraceEntry;
import dev.sayso.shared.TimeFormat;

/**
 * Explains offer by offer why an answer is what it is, down to the comparison that
 * failed.
 */
@Component
public class ChoiceExplainer {

	private final TraceMessages messages;

	private final ConditionExplainer explainer;

	private final ConditionSentences sentences;

	private final FactRegistry facts;

	private final ConditionMessages conditions;

	private final TimeFormat times;

	ChoiceExplainer(TraceMessages messages, ConditionExplainer explainer, ConditionSentences sentences,
			FactRegistry facts, ConditionMessages conditions, TimeFormat times) {
		this.messages = messages;
		this.explainer = explainer;
		this.sentences = sentences;
		this.facts = facts;
		this.conditions = conditions;
		this.times = times;
	}

	/** What all steps of one trace are explained with. */
	private record StepContext(DecisionContext context, Locale reader, ConditionSentences sentences,
			Map<String, Fact> facts) {

	}

	/** The trace of an answer that was asked for with one. */
	public List<TraceStep> explain(ScopeResult result, DecisionContext context, Locale reader) {
		if (result.trace().isEmpty()) {
			return List.of();
		}
		StepContext step = new StepContext(context, reader, this.sentences.now(), this.facts.byName());
		return result.trace().stream().map((entry) -> step(entry, step)).toList();
	}

	private TraceStep step(TraceEntry entry, StepContext step) {
		ConditionExplanation culprit = switch (entry.outcome()) {
			case CRITERION_NOT_ELIGIBLE -> culprit(entry.criterion().condition(), step.context().person());
			case NOT_ELIGIBLE -> culprit(entry.offer().condition(), step.context().person());
			default -> null;
		};
		TraceStep.Comparison compared = (culprit != null) ? compared(culprit, step) : null;
		String detail = this.messages.detail(entry, step.context(), step.reader());
		if (culprit != null && compared != null) {
			detail += " "
					+ this.messages.compared(compared.sentence(), known(culprit, step), culprit.holds(), step.reader());
		}
		return new TraceStep(entry.offer().slug(), entry.offer().name(), entry.criterion().place() + 1,
				entry.criterion().collection(),
				entry.criterion().strategy().isEmpty() ? null : entry.criterion().strategy(), entry.outcome(),
				DecisionDocument.number(entry.score()), detail, compared);
	}

	private @Nullable ConditionExplanation culprit(Condition condition, PersonFacts person) {
		try {
			return culprit(this.explainer.explain(condition, person), true);
		}
		catch (InvalidConditionException ex) {
			return null;
		}
	}

	/** The first comparison because of which a part is not as it is wanted. */
	static @Nullable ConditionExplanation culprit(ConditionExplanation part, boolean wanted) {
		if (!(part.condition() instanceof Condition.Group group)) {
			return part;
		}
		boolean sought = (group.of() == Condition.Quantifier.NONE) != wanted;
		for (ConditionExplanation inner : part.parts()) {
			if (inner.holds() != sought) {
				return culprit(inner, sought);
			}
		}
		return null;
	}

	private TraceStep.Comparison compared(ConditionExplanation culprit, StepContext step) {
		return new TraceStep.Comparison(ConditionJson.tree(culprit.condition()),
				step.sentences().plain(culprit.condition(), step.reader()),
				culprit.known().stream().map(this::plain).toList());
	}

	/** A value as JSON has it. */
	private Object plain(Object known) {
		return (known instanceof Number || known instanceof Boolean) ? known
				: (known instanceof java.time.Instant instant) ? this.times.iso(instant)
						: (known instanceof LocalDate day) ? day.toString() : known.toString();
	}

	private List<String> known(ConditionExplanation culprit, StepContext step) {
		Fact fact = step.facts().get(((Condition.Comparison) culprit.condition()).fact());
		return (fact == null) ? List.of()
				: culprit.known().stream().map((value) -> this.conditions.value(fact, value, step.reader())).toList();
	}

}
