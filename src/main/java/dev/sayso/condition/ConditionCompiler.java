package dev.sayso.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.sayso.condition.PredicateFactory.ValueException;

/**
 * Compiles conditions over the facts there are now; what is not valid is named, never
 * silently false.
 */
@Component
public class ConditionCompiler {

	private static final ConditionNode NOBODY = new ConditionNode.Group(Condition.Quantifier.ANY, new ConditionNode[0]);

	private final Supplier<Map<String, Fact>> facts;

	@Autowired
	ConditionCompiler(FactRegistry facts) {
		this(facts::byName);
	}

	private ConditionCompiler(Supplier<Map<String, Fact>> facts) {
		this.facts = facts;
	}

	/** The same over other facts. */
	public static ConditionCompiler over(FactRegistry facts) {
		return new ConditionCompiler(facts::byName);
	}

	/**
	 * The same over the facts there are at this moment, for whoever compiles many
	 * conditions at once.
	 */
	public ConditionCompiler now() {
		Map<String, Fact> now = this.facts.get();
		return new ConditionCompiler(() -> now);
	}

	/**
	 * Makes a condition ready to be evaluated.
	 * @throws InvalidConditionException with everything that is wrong with it
	 */
	public CompiledCondition compile(Condition condition) {
		return compile(condition, "");
	}

	/**
	 * The same for a condition that a derived fact is to stand for, which it must not
	 * name itself.
	 * @throws InvalidConditionException with everything that is wrong with it
	 */
	public CompiledCondition compile(Condition condition, String derived) {
		return new Compilation(this.facts.get(), derived).compile(condition);
	}

	public List<ConditionFault> faults(Condition condition) {
		return faults(condition, "");
	}

	public List<ConditionFault> faults(Condition condition, String derived) {
		try {
			compile(condition, derived);
			return List.of();
		}
		catch (InvalidConditionException ex) {
			return ex.faults();
		}
	}

	private static final class Compilation {

		private final Map<String, Fact> facts;

		private final List<ConditionFault> faults = new ArrayList<>();

		private final Set<Class<?>> parts = new HashSet<>();

		/** The derived facts that are being compiled, one in the other. */
		private final Set<String> open = new LinkedHashSet<>();

		private int comparisons;

		Compilation(Map<String, Fact> facts, String derived) {
			this.facts = facts;
			this.open.add(derived);
		}

		/**
		 * Compiles the whole. Where that is one comparison alone, it does not count
		 * besides what it may stand for.
		 * @throws InvalidConditionException with everything that is wrong with it
		 */
		CompiledCondition compile(Condition condition) {
			this.comparisons = (condition instanceof Condition.Comparison) ? -1 : 0;
			ConditionNode node = node(condition, "", 0);
			if (isLong(condition)) {
				fault(new ConditionFault("", "longest", Condition.LONGEST));
			}
			if (!this.faults.isEmpty()) {
				throw new InvalidConditionException(this.faults);
			}
			return new CompiledCondition(node, this.parts);
		}

		/** Written out only where it has values enough, as most are compiled often. */
		private static boolean isLong(Condition condition) {
			return condition.comparisons().mapToLong((comparison) -> comparison.values().size()).sum() > 100
					&& ConditionJson.write(condition).length() > Condition.LONGEST;
		}

		private ConditionNode node(Condition condition, String pointer, int depth) {
			return condition.match((group) -> group(group, pointer, depth),
					(comparison) -> comparison(comparison, pointer));
		}

		private ConditionNode group(Condition.Group group, String pointer, int depth) {
			if (depth >= Condition.DEEPEST) {
				return fault(new ConditionFault(pointer, "deep", Condition.DEEPEST));
			}
			if (depth > 0 && group.conditions().isEmpty()) {
				return fault(ConditionFault.at(pointer, "empty"));
			}
			ConditionNode[] nodes = new ConditionNode[group.conditions().size()];
			for (int at = 0; at < nodes.length; at++) {
				nodes[at] = node(group.conditions().get(at), pointer + "/" + group.of().key() + "/" + at, depth + 1);
			}
			return new ConditionNode.Group(group.of(), nodes);
		}

		private ConditionNode comparison(Condition.Comparison comparison, String pointer) {
			if (++this.comparisons > Condition.MOST) {
				return (this.comparisons == Condition.MOST + 1) ? fault(new ConditionFault("", "large", Condition.MOST))
						: NOBODY;
			}
			Fact fact = this.facts.get(comparison.fact());
			if (fact == null) {
				return fault(new ConditionFault(pointer + "/fact", "unknown", comparison.fact()));
			}
			if (!comparison.operator().takes(fact.type())) {
				return fault(new ConditionFault(pointer + "/operator", "operator", comparison.operator().key()));
			}
			try {
				if (fact.derived() != null) {
					ValuePredicate.Truth truth = (ValuePredicate.Truth) PredicateFactory.of(fact, comparison);
					return derived(fact, fact.derived().get(), truth.expected() != comparison.operator().negates(),
							pointer);
				}
				this.parts.add(fact.part());
				return new ConditionNode.Comparison(fact, fact.reads(comparison.exactly()),
						PredicateFactory.of(fact, comparison), comparison.operator().negates());
			}
			catch (ValueException ex) {
				return fault(ex.at(pointer, comparison.operator().shape().isList()));
			}
		}

		private ConditionNode derived(Fact fact, Condition from, boolean expected, String pointer) {
			if (!this.open.add(fact.name())) {
				return fault(new ConditionFault(pointer + "/fact", "circle", circle(fact.name())));
			}
			if (this.open.size() > Condition.DEEPEST) {
				this.open.remove(fact.name());
				return fault(new ConditionFault(pointer + "/fact", "chain", Condition.DEEPEST));
			}
			List<ConditionFault> outside = List.copyOf(this.faults);
			ConditionNode inner = node(from, "", 0);
			this.open.remove(fact.name());
			if (this.faults.size() > outside.size()) {
				ConditionFault inside = this.faults.get(outside.size());
				this.faults.clear();
				this.faults.addAll(outside);
				return fault(outward(inside, fact).at(pointer + "/fact"));
			}
			return expected ? inner : new ConditionNode.Group(Condition.Quantifier.NONE, new ConditionNode[] { inner });
		}

		/**
		 * Through which facts a condition comes back to one, by what people call them.
		 */
		private String circle(String name) {
			return Stream.concat(this.open.stream().dropWhile((each) -> !each.equals(name)), Stream.of(name))
				.map((each) -> Optional.ofNullable(this.facts.get(each))
					.map((fact) -> fact.label().getDefaultMessage())
					.orElse(each))
				.collect(Collectors.joining(" → "));
		}

		private static ConditionFault outward(ConditionFault inside, Fact fact) {
			return switch (inside.code()) {
				case "large", "chain", "circle" -> inside;
				default -> new ConditionFault("", "broken", fact.name());
			};
		}

		private ConditionNode fault(ConditionFault fault) {
			this.faults.add(fault);
			return NOBODY;
		}

	}

}
