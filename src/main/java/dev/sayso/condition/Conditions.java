package dev.sayso.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
		Compiling compiling = new Compiling(this.facts.byName());
		Node node = compiling.node(condition, "", 0);
		if (!compiling.faults.isEmpty()) {
			throw new BadCondition(compiling.faults);
		}
		return new Compiled(node, compiling.parts);
	}

	/**
	 * Everything that is wrong with a condition; empty for one that can be asked.
	 */
	public List<Fault> faults(Condition condition) {
		try {
			compile(condition);
			return List.of();
		}
		catch (BadCondition bad) {
			return bad.faults();
		}
	}

	/** One walk through a tree. */
	private static final class Compiling {

		private static final Node NOBODY = new Node.Several(Condition.Quantifier.ANY, new Node[0]);

		private final Map<String, Fact> facts;

		private final List<Fault> faults = new ArrayList<>();

		private final Set<Class<?>> parts = new HashSet<>();

		private int comparisons;

		Compiling(Map<String, Fact> facts) {
			this.facts = facts;
		}

		Node node(Condition condition, String pointer, int depth) {
			return condition.match((group) -> group(group, pointer, depth),
					(comparison) -> comparison(comparison, pointer));
		}

		private Node group(Condition.Group group, String pointer, int depth) {
			if (depth >= Condition.DEEPEST) {
				return fault(new Fault(pointer, "deep", Condition.DEEPEST));
			}
			if (depth > 0 && group.conditions().isEmpty()) {
				return fault(Fault.at(pointer, "empty"));
			}
			Node[] nodes = new Node[group.conditions().size()];
			for (int at = 0; at < nodes.length; at++) {
				nodes[at] = node(group.conditions().get(at), pointer + "/" + group.of().key() + "/" + at, depth + 1);
			}
			return new Node.Several(group.of(), nodes);
		}

		private Node comparison(Condition.Comparison comparison, String pointer) {
			if (++this.comparisons > Condition.MOST) {
				return (this.comparisons == Condition.MOST + 1) ? fault(new Fault("", "large", Condition.MOST))
						: NOBODY;
			}
			Fact fact = this.facts.get(comparison.fact());
			if (fact == null) {
				return fault(new Fault(pointer + "/fact", "unknown", comparison.fact()));
			}
			if (!comparison.operator().takes(fact.type())) {
				return fault(new Fault(pointer + "/operator", "operator", comparison.operator().key()));
			}
			this.parts.add(fact.part());
			try {
				return new Node.One(fact, ReadTest.of(fact, comparison), comparison.operator().negates());
			}
			catch (Misfit misfit) {
				return fault(misfit.at(pointer, comparison.operator().shape().isList()));
			}
		}

		private Node fault(Fault fault) {
			this.faults.add(fault);
			return NOBODY;
		}

	}

}
