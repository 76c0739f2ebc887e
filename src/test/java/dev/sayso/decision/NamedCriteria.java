package dev.sayso.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A decision some of whose criteria were given a name, so that strategies say them.
 *
 * @param content the same decision, naming its strategies
 * @param said what each says, by its key
 */
record NamedCriteria(DecisionContent content, Map<String, Criterion> said) {

	/** Names each criterion or not; what is said twice may be the same strategy. */
	static NamedCriteria of(DecisionContent content, Random random) {
		Map<String, Criterion> said = new HashMap<>();
		List<DecisionScope> scopes = content.scopes()
			.stream()
			.map((scope) -> new DecisionScope(scope.placement(),
					scope.criteria()
						.stream()
						.map((criterion) -> random.nextBoolean() ? criterion : named(criterion, said))
						.toList()))
			.toList();
		return new NamedCriteria(content.with(scopes), said);
	}

	private static Criterion named(Criterion criterion, Map<String, Criterion> said) {
		String key = said.entrySet()
			.stream()
			.filter((strategy) -> strategy.getValue().equals(criterion.at(0)))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("strategy-" + said.size());
		said.put(key, criterion.at(0));
		return Criterion.by(criterion.order(), key);
	}

}
