package dev.sayso.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.sayso.store.HeldReadings;

/**
 * All facts that rooms bring. They are asked of their rooms each time, so that an
 * attribute that was just added is known.
 */
@Component
public class FactRegistry {

	private final Supplier<Stream<FactSource>> sources;

	private final Predicate<Fact> known;

	@Autowired
	FactRegistry(ObjectProvider<FactSource> sources) {
		this(sources::orderedStream, (fact) -> true);
	}

	private FactRegistry(Supplier<Stream<FactSource>> sources, Predicate<Fact> known) {
		this.sources = sources;
		this.known = known;
	}

	/** The same without some, for what must not be built on them. */
	public FactRegistry only(Predicate<Fact> these) {
		return new FactRegistry(this.sources, this.known.and(these));
	}

	/** The same with some more that stand before the others in menus. */
	public FactRegistry with(FactSource more) {
		return new FactRegistry(() -> Stream.concat(Stream.of(more), this.sources.get()), this.known);
	}

	/**
	 * The facts that stand under one heading.
	 *
	 * @param title message key
	 */
	public record Group(String title, List<Fact> facts) {

	}

	public List<Group> groups() {
		return this.sources.get()
			.map((source) -> new Group(source.title(), source.offered().filter(this.known).toList()))
			.filter((group) -> !group.facts().isEmpty())
			.toList();
	}

	public Map<String, Fact> byName() {
		Map<String, Fact> facts = new LinkedHashMap<>();
		this.sources.get()
			.flatMap((source) -> HeldReadings.get(source, () -> source.facts().toList()).stream())
			.filter(this.known)
			.forEach((fact) -> facts.put(fact.name(), fact));
		return facts;
	}

}
