package dev.sayso.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
public class FactRegistry {

	private final ObjectProvider<FactSource> sources;

	FactRegistry(ObjectProvider<FactSource> sources) {
		this.sources = sources;
	}

	/**
	 * The facts that stand under one heading.
	 *
	 * @param title message key
	 */
	public record Group(String title, List<Fact> facts) {

	}

	public List<Group> groups() {
		return this.sources.orderedStream()
			.map((source) -> new Group(source.title(), source.offered().toList()))
			.filter((group) -> !group.facts().isEmpty())
			.toList();
	}

	public Map<String, Fact> byName() {
		Map<String, Fact> facts = new LinkedHashMap<>();
		this.sources.stream().flatMap(FactSource::facts).forEach((fact) -> facts.put(fact.name(), fact));
		return facts;
	}

}
