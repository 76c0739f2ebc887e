package dev.sayso.condition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.condition.FactUsage.Use;

/**
 * Says what is built on a fact, and keeps a change of the fact from breaking it
 * unnoticed.
 */
@Component
public class FactUsages {

	private final FactRegistry facts;

	private final ObjectProvider<FactUsage> usages;

	FactUsages(FactRegistry facts, ObjectProvider<FactUsage> usages) {
		this.facts = facts;
		this.usages = usages;
	}

	/** What names a fact itself. */
	public List<Use> find(String fact) {
		return find(Set.of(fact));
	}

	/**
	 * Changes what a fact is, unless something that is built on it, be it by way of
	 * others, could not be evaluated any more.
	 * @param anyway changes it all the same
	 * @throws BrokenUsesException with what would break; then nothing is changed
	 */
	@Transactional
	public <T> T change(String fact, boolean anyway, Supplier<T> change) {
		if (anyway) {
			return change.get();
		}
		Set<String> built = builtOn(fact);
		Map<String, Integer> before = find(built).stream().collect(Collectors.toMap(Use::href, Use::broken, Math::max));
		T changed = change.get();
		List<Use> broken = find(built).stream()
			.filter((use) -> use.broken() > before.getOrDefault(use.href(), 0))
			.toList();
		if (!broken.isEmpty()) {
			throw new BrokenUsesException(broken);
		}
		return changed;
	}

	private List<Use> find(Set<String> named) {
		return this.usages.orderedStream().flatMap((usage) -> usage.find(named).stream()).toList();
	}

	/** The fact and those that stand for conditions over it. */
	private Set<String> builtOn(String fact) {
		Map<String, Condition> derived = new HashMap<>();
		this.facts.byName().forEach((name, known) -> {
			if (known.derived() != null) {
				derived.put(name, known.derived().get());
			}
		});
		Set<String> built = new HashSet<>(Set.of(fact));
		boolean more = true;
		while (more) {
			more = built.addAll(derived.keySet()
				.stream()
				.filter((name) -> derived.get(name).comparisons().anyMatch((named) -> built.contains(named.fact())))
				.toList());
		}
		return built;
	}

}
