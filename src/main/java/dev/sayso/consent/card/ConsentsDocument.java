package dev.sayso.consent.card;

import java.time.Instant;
import java.util.Comparator;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;

/**
 * A person's say in the shape of XDM's consents object (field group <em>Consents and
 * Preferences</em>).
 */
final class ConsentsDocument {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private ConsentsDocument() {
	}

	/**
	 * What was said explicitly, and beside it what XDM defines and Sayso only keeps.
	 */
	static ObjectNode explicit(Say say, ObjectNode extras) {
		ObjectNode document = extras.deepCopy();
		for (Consent consent : say.consents().values()) {
			ObjectNode node = at(document, consent.purpose());
			node.put("val", consent.choice().value());
			node.put("time", consent.saidAt().toString());
			if (consent.reason() != null) {
				node.put("reason", consent.reason());
			}
		}
		say.consents()
			.values()
			.stream()
			.map(Consent::since)
			.max(Comparator.naturalOrder())
			.map(Instant::toString)
			.ifPresent((time) -> document.putObject("metadata").put("time", time));
		return document;
	}

	/**
	 * What holds for each purpose, and why.
	 */
	static ObjectNode effective(Say say, ConsentDefaults defaults) {
		ObjectNode document = MAPPER.createObjectNode();
		for (Purpose purpose : Purpose.values()) {
			EffectiveChoice effective = say.effective(purpose, defaults);
			at(document, purpose).put("val", effective.choice().value())
				.put("allows", effective.allows())
				.put("because", effective.because().key());
		}
		return document;
	}

	/**
	 * The object a purpose's value stands in, made where it is missing.
	 */
	private static ObjectNode at(ObjectNode document, Purpose purpose) {
		ObjectNode node = document;
		for (String part : purpose.key().split("\\.")) {
			node = (node.get(part) instanceof ObjectNode there) ? there : node.putObject(part);
		}
		return node;
	}

}
