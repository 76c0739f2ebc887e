package dev.sayso.condition;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Compiles conditions over the facts there are now; what cannot be asked is named, never
 * silently false.
 */
@Component
public class Conditions {

	private final Facts facts;

	Conditions(Facts facts) {
		this.facts = facts;
	}

	/**
	 * Makes a condition ready to be asked.
	 * @throws BadCondition with everything that is wrong with it
	 */
	public Compiled compile(Condition condition) {
		return compile(condition, "");
	}

	/**
	 * The same for a condition that a derived fact is to stand for, which it must not ask
	 * itself.
	 * @throws BadCondition with everything that is wrong with it
	 */
	public Compiled compile(Condition condition, String derived) {
		return new Compiling(this.facts.byName(), derived).compile(condition);
	}

	/**
	 * Everything that is wrong with a condition; empty for one that can be asked.
	 */
	public List<Fault> faults(Condition condition) {
		return faults(condition, "");
	}

	/**
	 * The same for a condition that a derived fact is to stand for.
	 */
	public List<Fault> faults(Condition condition, String derived) {
		try {
			compile(condition, derived);
			return List.of();
		}
		catch (BadCondition bad) {
			return bad.faults();
		}
	}

}
