package dev.sayso.audience;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.sayso.condition.Condition;

/**
 * Finds where audiences are used; a room that uses them declares a bean.
 */
public interface AudienceUsage {

	List<Use> find(String audience);

	static Set<String> in(Condition condition) {
		return condition.comparisons()
			.map(Condition.Comparison::fact)
			.filter((fact) -> fact.startsWith(AudienceFacts.PREFIX))
			.map((fact) -> fact.substring(AudienceFacts.PREFIX.length()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Something that uses an audience.
	 *
	 * @param kind message key of what it is
	 */
	record Use(String kind, String name, String href) {

	}

}
