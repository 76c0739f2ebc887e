package dev.sayso.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Person;
import dev.sayso.profile.ProfileFields;

/**
 * A formula ready to rank offers, for any thread.
 */
public final class Formula {

	private final Program program;

	private final List<FormulaRead> reads;

	Formula(Program program, List<FormulaRead> reads) {
		this.program = program;
		this.reads = List.copyOf(reads);
	}

	/**
	 * The formula asked of one person, who has to be known in its {@link #parts()}.
	 * @param person null where nobody is identified
	 */
	public FormulaAsking of(@Nullable Person person, Map<String, Object> context, Instant now) {
		return new FormulaAsking(this, person, context, now);
	}

	/**
	 * Whether it reads anything of the person, be it only whether that is known.
	 */
	public boolean readsProfile() {
		return fields().findAny().isPresent();
	}

	/**
	 * The parts of a {@link Person} it has to know.
	 */
	public Set<Class<?>> parts() {
		return fields().map(ProfileFields.Field::part).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * What it reads of the context, with dots between the names of members of members.
	 */
	Set<String> contextNames() {
		return plain().filter(FormulaRead.Context.class::isInstance)
			.map(FormulaRead.Context.class::cast)
			.map(FormulaRead.Context::within)
			.collect(Collectors.toUnmodifiableSet());
	}

	private Stream<ProfileFields.Field> fields() {
		return plain().filter(FormulaRead.Profile.class::isInstance)
			.map(FormulaRead.Profile.class::cast)
			.map(FormulaRead.Profile::field);
	}

	private Stream<FormulaRead> plain() {
		return this.reads.stream().map((read) -> (read instanceof FormulaRead.Known known) ? known.of() : read);
	}

	List<FormulaRead> reads() {
		return this.reads;
	}

	double evaluate(FormulaAsking asking) {
		try {
			if (!(this.program.eval(asking) instanceof Number number)) {
				throw new FormulaFailed("result", null);
			}
			if (!Double.isFinite(number.doubleValue())) {
				throw new FormulaFailed("infinite", null);
			}
			return number.doubleValue();
		}
		catch (CelEvaluationException ex) {
			FormulaFailed large = asking.large();
			throw (large != null) ? large : failed(ex);
		}
	}

	private static FormulaFailed failed(CelEvaluationException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof FormulaFailed failed) {
				return failed;
			}
		}
		return new FormulaFailed((ex.getErrorCode() == CelErrorCode.OVERLOAD_NOT_FOUND) ? "kinds" : "other", null);
	}

}
