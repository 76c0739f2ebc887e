package dev.sayso.decision.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.audit.FieldChange;
import dev.sayso.condition.ConditionExcerpt;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.offer.Validity;

/**
 * A decision as fields by name, for differences.
 */
public final class DecisionParts {

	private DecisionParts() {
	}

	public static Map<String, Object> of(Decision decision) {
		Map<String, Object> parts = of(decision.name(), decision.draft());
		parts.put("description", decision.description());
		return parts;
	}

	/**
	 * What a version is made of: {@code scopes.<placement>.<place>.<field>} for its
	 * criteria.
	 */
	public static Map<String, Object> of(String name, DecisionContent content) {
		Map<String, Object> parts = new LinkedHashMap<>();
		parts.put("name", name);
		put(parts, "from", content.validity().from());
		put(parts, "to", content.validity().to());
		if (!content.validity().equals(Validity.ALWAYS)) {
			parts.put("zone", content.validity().zone());
		}
		put(parts, "fallback", content.fallback());
		put(parts, "unguarded", content.unguarded());
		parts.put("repeats", content.repeats());
		put(parts, "actions", String.join(",", content.actions()));
		put(parts, "placements",
				content.scopes().stream().map(DecisionScope::placement).collect(Collectors.joining(",")));
		content.scopes().forEach((scope) -> scope(parts, scope));
		return parts;
	}

	/**
	 * What differs; of the long lists of a condition only what is not the same in both.
	 */
	static List<FieldChange> between(Map<String, ?> before, Map<String, ?> after) {
		return FieldChange.between(before, after)
			.stream()
			.map((change) -> change.field().endsWith(".eligibility") ? ConditionExcerpt.of(change) : change)
			.toList();
	}

	private static void scope(Map<String, Object> parts, DecisionScope scope) {
		String prefix = "scopes." + scope.placement();
		parts.put(prefix, String.valueOf(scope.criteria().size()));
		int place = 1;
		for (Criterion criterion : scope.criteria()) {
			String at = prefix + "." + place++ + ".";
			parts.put(at + "order", criterion.order());
			put(parts, at + "strategy", criterion.strategy());
			put(parts, at + "collection", criterion.collection());
			put(parts, at + "offers", String.join(",", criterion.offers()));
			put(parts, at + "eligibility", criterion.eligibility());
			put(parts, at + "formula", criterion.formula());
			parts.put(at + "learned", criterion.learned());
			put(parts, at + "missing", criterion.formula().isEmpty() ? null : criterion.missing().written());
		}
	}

	private static void put(Map<String, Object> parts, String name, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			parts.put(name, value);
		}
	}

}
