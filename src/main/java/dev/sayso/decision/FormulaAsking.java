package dev.sayso.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.cel.runtime.CelVariableResolver;
import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Person;
import dev.sayso.profile.ProfileFields;

/**
 * One formula asked of one person at one moment, offer by offer. What does not depend on
 * the offer is read once, when it is first needed. For one thread.
 */
final class FormulaAsking implements CelVariableResolver {

	private final Formula formula;

	private final @Nullable Person person;

	private final Map<String, Object> context;

	private final Instant now;

	/** What does not depend on the offer, by the place of the read. */
	private final @Nullable Optional<Object>[] kept;

	private @Nullable Rankable offer;

	@SuppressWarnings({ "unchecked", "rawtypes" })
	FormulaAsking(Formula formula, @Nullable Person person, Map<String, Object> context, Instant now) {
		this.formula = formula;
		this.person = person;
		this.context = context;
		this.now = now;
		this.kept = new Optional[formula.reads().size()];
	}

	/**
	 * How high an offer ranks.
	 * @throws FormulaFailed when there is no number for it
	 */
	double score(Rankable ranked) {
		this.offer = ranked;
		return this.formula.evaluate(this);
	}

	@Override
	public Optional<Object> find(String variable) {
		int at = FormulaLanguage.place(variable);
		Optional<Object> known = this.kept[at];
		return (known != null) ? known : read(at);
	}

	private Optional<Object> read(int at) {
		FormulaRead read = this.formula.reads().get(at);
		Object value = read.value(this);
		if (value == null) {
			throw new FormulaFailed("missing", read.name());
		}
		Optional<Object> found = Optional.of(value);
		if (!read.ofOffer()) {
			this.kept[at] = found;
		}
		return found;
	}

	Rankable offer() {
		return Objects.requireNonNull(this.offer);
	}

	/**
	 * What is known of the person; nothing of nobody.
	 */
	@Nullable Object known(ProfileFields.Field field) {
		return (this.person != null) ? field.reader().apply(this.person) : null;
	}

	Map<String, Object> context() {
		return this.context;
	}

	Instant now() {
		return this.now;
	}

	/**
	 * Where the days of the person begin.
	 */
	ZoneId zone() {
		return (this.person != null) ? this.person.zone() : ZoneOffset.UTC;
	}

}
