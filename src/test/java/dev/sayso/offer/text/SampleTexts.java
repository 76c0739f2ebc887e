package dev.sayso.offer.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import dev.sayso.condition.FactType;
import dev.sayso.condition.PersonFacts;
import dev.sayso.person.ProfileFields;

/**
 * Texts about one woman of whom something of each type may be known.
 */
public final class SampleTexts {

	private static final Map<String, FactType> TYPES = Map.of("birthDate", FactType.DATE, "createdAt", FactType.INSTANT,
			"attributes.points", FactType.NUMBER, "attributes.member", FactType.BOOLEAN);

	static final Map<String, Object> OFFER = Map.of("name", "Spring sale", "attributes", Map.of("tier", "gold"));

	/** What is known of her, by the name of the field. */
	record Known(Map<String, Object> values) {

	}

	private SampleTexts() {
	}

	public static Templates templates() {
		return new Templates(SampleTexts::fields, () -> "https://sayso.example");
	}

	public static PersonFacts person(Map<String, Object> values) {
		return PersonFacts.at(Instant.parse("2026-05-01T10:00:00Z"), ZoneId.of("Europe/Brussels"), new Known(values));
	}

	static PersonFacts ann() {
		return person(Map.of("firstName", "Ann", "externalId", "a&b=c", "birthDate", LocalDate.of(1990, 3, 1),
				"createdAt", Instant.parse("2026-03-31T23:30:00Z"), "attributes.points", new BigDecimal("120.500"),
				"attributes.member", true));
	}

	static String fill(ContentType type, String text, Map<String, Object> context) {
		return templates().compile(type, text, null).render(ann(), context, OFFER, Locale.ENGLISH);
	}

	static String fill(ContentType type, String text) {
		return fill(type, text, Map.of());
	}

	private static Map<String, ProfileFields.Field> fields() {
		Map<String, ProfileFields.Field> fields = new LinkedHashMap<>();
		for (String name : new String[] { "firstName", "lastName", "externalId", "birthDate", "createdAt",
				"attributes.points", "attributes.member" }) {
			fields.put(name, new ProfileFields.Field(name, TYPES.getOrDefault(name, FactType.TEXT),
					new DefaultMessageSourceResolvable(name), Known.class, (person) -> value(person, name)));
		}
		return fields;
	}

	private static @Nullable Object value(PersonFacts person, String name) {
		return person.part(Known.class).values().get(name);
	}

}
