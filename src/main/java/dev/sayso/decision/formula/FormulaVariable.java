package dev.sayso.decision.formula;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.ProfileFields;

/**
 * One thing that a formula reads. The formula holds a list of them, so that what it reads
 * is known exactly and nothing else has to be looked up.
 */
sealed interface FormulaVariable {

	@Nullable Object value(FormulaEvaluation evaluation);

	String name();

	/** Whether it has another value for another offer. */
	default boolean ofOffer() {
		return false;
	}

	record Now() implements FormulaVariable {

		@Override
		public Object value(FormulaEvaluation evaluation) {
			return evaluation.now();
		}

		@Override
		public String name() {
			return FormulaNames.NOW;
		}

	}

	record Offer(String name) implements FormulaVariable {

		@Override
		public @Nullable Object value(FormulaEvaluation evaluation) {
			return evaluation.offer().values().get(this.name);
		}

		@Override
		public boolean ofOffer() {
			return true;
		}

	}

	record Profile(ProfileFields.Field field) implements FormulaVariable {

		@Override
		public @Nullable Object value(FormulaEvaluation evaluation) {
			return FormulaValues.of(evaluation.known(this.field), evaluation.zone());
		}

		@Override
		public String name() {
			return "profile." + this.field.name();
		}

	}

	/** What the sender of the request tells of the moment. */
	record Context(List<String> path) implements FormulaVariable {

		@Override
		public @Nullable Object value(FormulaEvaluation evaluation) {
			Object value = evaluation.context();
			for (String segment : this.path) {
				value = (value instanceof Map<?, ?> members) ? members.get(segment) : null;
			}
			return FormulaValues.of(value, evaluation.zone());
		}

		@Override
		public String name() {
			return "context." + String.join(".", this.path);
		}

	}

	record Known(FormulaVariable of) implements FormulaVariable {

		@Override
		public Object value(FormulaEvaluation evaluation) {
			return this.of.value(evaluation) != null;
		}

		@Override
		public String name() {
			return "has(" + this.of.name() + ")";
		}

		@Override
		public boolean ofOffer() {
			return this.of.ofOffer();
		}

	}

	/** A moment or a stretch of time that stands in the formula. */
	record Fixed(String name, Object fixed) implements FormulaVariable {

		@Override
		public Object value(FormulaEvaluation evaluation) {
			return this.fixed;
		}

	}

}
