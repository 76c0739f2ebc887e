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
		return compile(condition, "");
	}

	/**
	 * The same for a condition that a derived fact is to stand for, which it must not ask
	 * itself.
	 * @throws BadCondition with everything that is wrong with it
	 */
	public Compiled compile(Condition condition, String derived) {
		Compiling compiling = new Compiling(this.facts.byName());
		compiling.open.add(derived);
		Compiled.Node node = compiling.node(condition, "", 0);
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

		private static final Compiled.Node NOBODY = new Compiled.Several(Condition.Quantifier.ANY,
				new Compiled.Node[0]);

		private final Map<String, Fact> facts;

		private final List<Fault> faults = new ArrayList<>();

		private final Set<Class<?>> parts = new HashSet<>();

		/** The derived facts that are being compiled, one in the other. */
		private final Set<String> open = new HashSet<>();

		private int comparisons;

		Compiling(Map<String, Fact> facts) {
			this.facts = facts;
		}

		Compiled.Node node(Condition condition, String pointer, int depth) {
			return condition.match((group) -> group(group, pointer, depth),
					(comparison) -> comparison(comparison, pointer));
		}

		private Compiled.Node group(Condition.Group group, String pointer, int depth) {
			if (depth >= Condition.DEEPEST) {
				return fault(new Fault(pointer, "deep", Condition.DEEPEST));
			}
			if (depth > 0 && group.conditions().isEmpty()) {
				return fault(Fault.at(pointer, "empty"));
			}
			Compiled.Node[] nodes = new Compiled.Node[group.conditions().size()];
			for (int at = 0; at < nodes.length; at++) {
				nodes[at] = node(group.conditions().get(at), pointer + "/" + group.of().key() + "/" + at, depth + 1);
			}
			return new Compiled.Several(group.of(), nodes);
		}

		private Compiled.Node comparison(Condition.Comparison comparison, String pointer) {
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
			try {
				if (fact.derived() != null) {
					Test.Truth wanted = (Test.Truth) ReadTest.of(fact, comparison);
					return derived(fact, fact.derived().get(), wanted.wanted() != comparison.operator().negates(),
							pointer);
				}
				this.parts.add(fact.part());
				return new Compiled.One(fact, ReadTest.of(fact, comparison), comparison.operator().negates());
			}
			catch (ReadTest.Misfit misfit) {
				return fault(misfit.at(pointer, comparison.operator().shape().isList()));
			}
		}

		/**
		 * What a fact stands for is compiled in its place; what is wrong in there is told
		 * of the fact.
		 */
		private Compiled.Node derived(Fact fact, Condition from, boolean wanted, String pointer) {
			if (!this.open.add(fact.name())) {
				return fault(new Fault(pointer + "/fact", "circle", fact.name()));
			}
			List<Fault> outside = List.copyOf(this.faults);
			Compiled.Node inner = node(from, "", 0);
			this.open.remove(fact.name());
			if (this.faults.size() > outside.size()) {
				boolean circle = this.faults.stream().anyMatch((fault) -> fault.code().equals("circle"));
				this.faults.clear();
				this.faults.addAll(outside);
				return fault(new Fault(pointer + "/fact", circle ? "circle" : "broken", fact.name()));
			}
			return wanted ? inner : new Compiled.Several(Condition.Quantifier.NONE, new Compiled.Node[] { inner });
		}

		private Compiled.Node fault(Fault fault) {
			this.faults.add(fault);
			return NOBODY;
		}

	}

}
