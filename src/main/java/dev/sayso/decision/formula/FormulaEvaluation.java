package dev.sayso.decision.formula;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.cel.runtime.CelVariableResolver;
import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.person.ProfileFields;

/**
 * One formula evaluated for one person at one moment, offer by offer. What does not
 * depend on the offer is read once, when it is first needed. For one thread.
 */
public final class FormulaEvaluation implements CelVariableResolver {

	/** How many characters and elements may be read for one offer, repeats counted. */
	private static final int HEAVIEST = 50_000;

	private final Formula formula;

	private final @Nullable PersonFacts person;

	private final Map<String, Object> context;

	private final Instant now;

	/** What does not depend on the offer, by the place of the variable. */
	private final @Nullable Value[] kept;

	/** How much was read for the offer, so that no loop over long lists goes on. */
	private int weight;

	/** Kept, since what goes on after it in a loop may fail otherwise. */
	private @Nullable FormulaException large;

	private @Nullable RankableOffer offer;

	FormulaEvaluation(Formula formula, @Nullable PersonFacts person, Map<String, Object> context, Instant now) {
		this.formula = formula;
		this.person = person;
		this.context = context;
		this.now = now;
		this.kept = new Value[formula.variables().size()];
	}

	/**
	 * How high an offer ranks.
	 * @throws FormulaException when there is no number for it
	 */
	public double score(RankableOffer ranked) {
		this.offer = ranked;
		this.weight = 0;
		this.large = null;
		return this.formula.evaluate(this);
	}

	@Override
	public Optional<Object> find(String variable) {
		int at = FormulaLanguage.place(variable);
		Value known = this.kept[at];
		Value value = (known != null) ? known : read(at);
		this.weight += value.weight();
		if (this.weight > HEAVIEST) {
			this.large = (this.large != null) ? this.large
					: new FormulaException("large", this.formula.variables().get(at).name());
			throw this.large;
		}
		return value.value();
	}

	@Nullable FormulaException large() {
		return this.large;
	}

	private Value read(int at) {
		FormulaVariable variable = this.formula.variables().get(at);
		Object value = variable.value(this);
		if (value == null) {
			throw new FormulaException(FormulaException.MISSING, variable.name());
		}
		Value read = new Value(Optional.of(value), FormulaValues.weight(value, HEAVIEST + 1));
		if (!variable.ofOffer()) {
			this.kept[at] = read;
		}
		return read;
	}

	RankableOffer offer() {
		return Objects.requireNonNull(this.offer);
	}

	@Nullable Object known(ProfileFields.Field field) {
		return (this.person != null) ? field.reader().apply(this.person) : null;
	}

	Map<String, Object> context() {
		return this.context;
	}

	Instant now() {
		return this.now;
	}

	ZoneId zone() {
		return (this.person != null) ? this.person.zone() : ZoneOffset.UTC;
	}

	private record Value(Optional<Object> value, int weight) {

	}

}
