package dev.sayso.offer.editor;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.sayso.offer.OfferAttribute;
import dev.sayso.offer.OfferFault;

/**
 * Reads the rows of an offer's attributes; one that is left blank is none.
 */
final class ReadAttributes {

	private final TypedOffer typed;

	private ReadAttributes(TypedOffer typed) {
		this.typed = typed;
	}

	static Map<String, Object> of(TypedOffer typed) {
		return new ReadAttributes(typed).attributes();
	}

	private Map<String, Object> attributes() {
		Map<String, Object> attributes = new LinkedHashMap<>();
		this.typed.rows("attributes")
			.stream()
			.filter((row) -> !this.typed.value(row + ".name").isEmpty() || !this.typed.value(row + ".value").isEmpty())
			.forEach((row) -> add(attributes, row, new OfferAttribute(this.typed.value(row + ".name"),
					this.typed.value(row + ".kind"), this.typed.value(row + ".value"))));
		return attributes;
	}

	private void add(Map<String, Object> attributes, String part, OfferAttribute one) {
		if (!OfferAttribute.isName(one.name()) || attributes.containsKey(one.name())) {
			this.typed.wrong(part + ".name", OfferFault
				.of(OfferAttribute.isName(one.name()) ? "offer.fault.attribute.twice" : "offer.fault.attribute.name"));
			return;
		}
		one.value()
			.ifPresentOrElse((value) -> attributes.put(one.name(), value),
					() -> this.typed.wrong(part + ".value", OfferFault.of("offer.fault.attribute." + one.kind())));
	}

}
