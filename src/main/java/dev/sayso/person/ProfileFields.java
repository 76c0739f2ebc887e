package dev.sayso.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

import dev.sayso.condition.FactType;
import dev.sayso.condition.PersonFacts;
import dev.sayso.store.HeldReadings;

/**
 * What texts and formulas may read of a person: the details and the declared attributes,
 * under the names that conditions have for them.
 */
@Component
public class ProfileFields {

	private static final Set<String> HIDDEN = Set.of("search");

	private final ProfileFacts details;

	private final AttributeFacts attributes;

	ProfileFields(ProfileFacts details, AttributeFacts attributes) {
		this.details = details;
		this.attributes = attributes;
	}

	/**
	 * Something that can be read of a person.
	 *
	 * @param name such as {@code firstName} or {@code attributes.tier}
	 * @param part what of a {@link PersonFacts} it is read from
	 * @param reader null where it is not known
	 */
	public record Field(String name, FactType type, MessageSourceResolvable label, Class<?> part,
			Function<PersonFacts, @Nullable Object> reader) {

	}

	/**
	 * The fields there are just now, by name, in the order in which people look for them.
	 */
	public Map<String, Field> byName() {
		return HeldReadings.get(this, this::read);
	}

	private Map<String, Field> read() {
		Map<String, Field> fields = new LinkedHashMap<>();
		Stream.concat(this.details.facts(), this.attributes.facts())
			.filter((fact) -> !HIDDEN.contains(fact.name()))
			.forEach((fact) -> fields.put(fact.name(),
					new Field(fact.name(), fact.type(), fact.label(), fact.part(), fact.reader())));
		return fields;
	}

}
