package dev.sayso.decision.formula;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.person.ProfileFields;

/**
 * A formula ready to rank offers, for any thread.
 */
public final class Formula {

	private final Program program;

	private final List<FormulaVariable> variables;

	Formula(Program program, List<FormulaVariable> variables) {
		this.program = program;
		this.variables = List.copyOf(variables);
	}

	/**
	 * The formula evaluated for one person, who has to be known in its {@link #parts()}.
	 * @param person null where nobody is identified
	 */
	public FormulaEvaluation evaluate(@Nullable PersonFacts person, Map<String, Object> context, Instant now) {
		return new FormulaEvaluation(this, person, context, now);
	}

	public boolean readsProfile() {
		return fields().findAny().isPresent();
	}

	public Set<Class<?>> parts() {
		return fields().map(ProfileFields.Field::part).collect(Collectors.toUnmodifiableSet());
	}

	private Stream<ProfileFields.Field> fields() {
		return plain().filter(FormulaVariable.Profile.class::isInstance)
			.map(FormulaVariable.Profile.class::cast)
			.map(FormulaVariable.Profile::field);
	}

	private Stream<FormulaVariable> plain() {
		return this.variables.stream()
			.map((variable) -> (variable instanceof FormulaVariable.Known known) ? known.of() : variable);
	}

	/** Why a formula that works does not rank. */
	public enum Flaw {

		/** Whatever it is asked about, it gives no number. */
		NEVER,
		/** Whatever it is asked about, it gives the same number. */
		CONSTANT,
		/** It gives every offer the same number, since it reads nothing of them. */
		SAME;

		/** Its name in messages. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Why it ranks no offer before another, whichever they are; null where it can.
	 */
	public @Nullable Flaw flaw() {
		if (plain().anyMatch(FormulaVariable::ofOffer)) {
			return null;
		}
		if (!plain().allMatch(FormulaVariable.Fixed.class::isInstance)) {
			return Flaw.SAME;
		}
		return (failure(new RankableOffer(Map.of()), Instant.EPOCH) != null) ? Flaw.NEVER : Flaw.CONSTANT;
	}

	/**
	 * The fields of a person that it reads without asking first whether they are known.
	 */
	public Set<String> profileNames() {
		return required().filter(FormulaVariable.Profile.class::isInstance)
			.map(FormulaVariable.Profile.class::cast)
			.map((variable) -> variable.field().name())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Why it gives no number for an offer, whoever the person is; null where it does, or
	 * where it reads something of the person or the request.
	 */
	public @Nullable FormulaException failure(RankableOffer offer, Instant now) {
		if (plain().anyMatch((variable) -> variable instanceof FormulaVariable.Profile
				|| variable instanceof FormulaVariable.Context)) {
			return null;
		}
		try {
			evaluate(null, Map.of(), now).score(offer);
			return null;
		}
		catch (FormulaException ex) {
			return ex.isMissing() ? null : ex;
		}
	}

	/** Whether an offer lacks something that it reads without asking first. */
	public boolean misses(RankableOffer offer) {
		return required().anyMatch((variable) -> variable.ofOffer() && !offer.values().containsKey(variable.name()));
	}

	private Stream<FormulaVariable> required() {
		Set<FormulaVariable> asked = this.variables.stream()
			.filter(FormulaVariable.Known.class::isInstance)
			.map((variable) -> ((FormulaVariable.Known) variable).of())
			.collect(Collectors.toSet());
		return this.variables.stream()
			.filter((variable) -> !(variable instanceof FormulaVariable.Known) && !asked.contains(variable));
	}

	List<FormulaVariable> variables() {
		return this.variables;
	}

	double evaluate(FormulaEvaluation evaluation) {
		try {
			if (!(this.program.eval(evaluation) instanceof Number number)) {
				throw new FormulaException("result", null);
			}
			if (!Double.isFinite(number.doubleValue())) {
				throw new FormulaException("infinite", null);
			}
			return number.doubleValue();
		}
		catch (CelEvaluationException ex) {
			FormulaException large = evaluation.large();
			throw (large != null) ? large : failure(ex);
		}
	}

	private static FormulaException failure(CelEvaluationException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof FormulaException failure) {
				return failure;
			}
		}
		return new FormulaException((ex.getErrorCode() == CelErrorCode.OVERLOAD_NOT_FOUND) ? "kinds" : "other", null);
	}

}
