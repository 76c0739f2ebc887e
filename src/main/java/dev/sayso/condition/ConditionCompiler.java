package dev.sayso.condition;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Compiles conditions over the facts there are now; what cannot be asked is named, never
 * silently false.
 */
@Component
public class ConditionCompiler {

	private final Supplier<Map<String, Fact>> facts;

	@Autowired
	ConditionCompiler(FactRegistry facts) {
		this(facts::byName);
	}

	private ConditionCompiler(Supplier<Map<String, Fact>> facts) {
		this.facts = facts;
	}

	/**
	 * The same over the facts there are at this moment, for whoever asks many conditions
	 * at once.
	 */
	public ConditionCompiler now() {
		Map<String, Fact> now = this.facts.get();
		return new ConditionCompiler(() -> now);
	}

	/**
	 * Makes a condition ready to be asked.
	 * @throws InvalidConditionException with everything that is wrong with it
	 */
	public CompiledCondition compile(Condition condition) {
		return compile(condition, "");
	}

	/**
	 * The same for a condition that a derived fact is to stand for, which it must not ask
	 * itself.
	 * @throws InvalidConditionException with everything that is wrong with it
	 */
	public CompiledCondition compile(Condition condition, String derived) {
		return new Compiling(this.facts.get(), derived).compile(condition);
	}

	/**
	 * Everything that is wrong with a condition; empty for one that can be asked.
	 */
	public List<ConditionFault> faults(Condition condition) {
		return faults(condition, "");
	}

	/**
	 * The same for a condition that a derived fact is to stand for.
	 */
	public List<ConditionFault> faults(Condition condition, String derived) {
		try {
			compile(condition, derived);
			return List.of();
		}
		catch (InvalidConditionException bad) {
			return bad.faults();
		}
	}

}
