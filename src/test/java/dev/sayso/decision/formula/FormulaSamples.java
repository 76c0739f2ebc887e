package dev.sayso.decision.formula;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.support.DefaultMessageSourceResolvable;

import dev.sayso.condition.FactType;
import dev.sayso.condition.PersonFacts;
import dev.sayso.person.ProfileFields;

/**
 * A person of whom some things are known, and formulas over them.
 */
final class FormulaSamples {

	static final Instant NOW = Instant.parse("2026-03-15T10:30:00Z");

	private static final Map<String, ProfileFields.Field> FIELDS = fields();

	private FormulaSamples() {
	}

	/** What is known under the names of fields. */
	record Known(Map<String, Object> values) {

	}

	static Formulas formulas() {
		return new Formulas(() -> FIELDS);
	}

	private static Map<String, ProfileFields.Field> fields() {
		Map<String, ProfileFields.Field> fields = new LinkedHashMap<>();
		Map.of("firstName", FactType.TEXT, "country", FactType.CODE, "createdAt", FactType.INSTANT, "birthDate",
				FactType.DATE, "attributes.tier", FactType.CODE, "attributes.points", FactType.NUMBER,
				"attributes.lastOrder", FactType.DATE, "attributes.member", FactType.BOOLEAN)
			.forEach((name, type) -> fields.put(name,
					new ProfileFields.Field(name, type, new DefaultMessageSourceResolvable(name), Known.class,
							(person) -> person.part(Known.class).values().get(name))));
		return fields;
	}

	static PersonFacts person(Map<String, Object> values) {
		return PersonFacts.at(NOW, ZoneId.of("Europe/Paris"), new Known(values));
	}

	static PersonFacts anna() {
		return person(Map.of("firstName", "Anna", "attributes.tier", "gold", "attributes.points",
				new BigDecimal("12.5"), "attributes.lastOrder", LocalDate.of(2026, 3, 1), "attributes.member", true,
				"createdAt", Instant.parse("2026-01-01T00:00:00Z")));
	}

	static RankableOffer offer() {
		return RankableOffer.of(7, "Spring sale", "spring-sale",
				Map.of("margin", 3, "category", "shoes", "fresh", true));
	}

	static double score(String formula) {
		return score(formula, Map.of());
	}

	static double score(String formula, Map<String, Object> context) {
		return formulas().compile(formula).evaluate(anna(), context, NOW).score(offer());
	}

}
