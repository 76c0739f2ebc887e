package dev.sayso.person;

import java.util.stream.Stream;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Fact;
import dev.sayso.condition.FactColumn;
import dev.sayso.condition.FactSource;
import dev.sayso.condition.FactSql;
import dev.sayso.condition.FactType;
import dev.sayso.shared.TextNormalizer;

@Component
@Order(15)
class AttributeFacts implements FactSource {

	private final Attributes attributes;

	AttributeFacts(Attributes attributes) {
		this.attributes = attributes;
	}

	@Override
	public String title() {
		return "fact.group.attributes";
	}

	@Override
	public Stream<Fact> facts() {
		return this.attributes.findAllByOrderByLabel().stream().map(AttributeFacts::fact);
	}

	private static Fact fact(Attribute attribute) {
		FactColumn column = switch (attribute.type()) {
			case TEXT, ONE_OF -> new FactColumn("r.text_key", "r.text_value");
			case NUMBER -> FactColumn.of("r.number_value");
			case DATE -> FactColumn.of("r.date_value");
			case BOOLEAN -> FactColumn.of("r.boolean_value");
		};
		FactSql sql = new FactSql.OfRows("profile_attribute",
				(test, values) -> "r.attribute_id = " + values.bind(attribute.id()) + " and " + test.on(column));
		Fact fact = Fact.total(name(attribute), type(attribute),
				new DefaultMessageSourceResolvable(new String[0], attribute.label()), "attributes",
				AttributeValues.OfPerson.class,
				(person) -> person.part(AttributeValues.OfPerson.class).values().get(attribute.name()), sql);
		return (attribute.type() == Attribute.Type.ONE_OF) ? fact.keyed(TextNormalizer::key)
			.suggesting(
					(reader) -> attribute.choices().stream().map((choice) -> new Fact.Option(choice, choice)).toList())
				: fact;
	}

	/**
	 * The name by which conditions, and with {@code profile.} before it texts, name it.
	 */
	static String name(Attribute attribute) {
		return "attributes." + attribute.name();
	}

	private static FactType type(Attribute attribute) {
		return switch (attribute.type()) {
			case TEXT -> FactType.TEXT;
			case ONE_OF -> FactType.CODE;
			case NUMBER -> FactType.NUMBER;
			case DATE -> FactType.DATE;
			case BOOLEAN -> FactType.BOOLEAN;
		};
	}

}
