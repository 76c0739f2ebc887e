package dev.sayso.consent.card;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.status.ContactStatus;

/**
 * A person's say in the shape of XDM's consents object (field group <em>Consents and
 * Preferences</em>).
 */
final class ConsentsDocument {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private ConsentsDocument() {
	}

	/** What was said explicitly, and beside it what XDM defines and Sayso only keeps. */
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
	 * What holds for each purpose, and why: where the person themself says no no to a
	 * channel, that of somebody with the same address, or one that is kept for it.
	 */
	static ObjectNode effective(ContactStatus status) {
		ObjectNode document = MAPPER.createObjectNode();
		for (Purpose purpose : Purpose.values()) {
			EffectiveChoice own = status.say().effective(purpose, status.defaults());
			if (purpose.isTracking() && own.consent() == null) {
				continue;
			}
			boolean saysNo = own.consent() != null && own.choice() == Choice.NO;
			Optional<ContactStatus.SharedNo> shared = saysNo ? Optional.empty()
					: purpose.channel().flatMap((channel) -> status.sharedNoes(channel).stream().findFirst());
			ObjectNode node = at(document, purpose);
			boolean stopped = shared.isPresent() || (!saysNo && purpose.channel().filter(status::keepsNo).isPresent());
			node.put("val", stopped ? Choice.NO.value() : own.choice().value());
			node.put("allows", !stopped && own.allows());
			node.put("because", stopped ? "shared" : own.because().key());
			shared.ifPresent((no) -> node.put("profile", no.sharer().profile().toString()));
		}
		return document;
	}

	private static ObjectNode at(ObjectNode document, Purpose purpose) {
		ObjectNode node = document;
		for (String part : purpose.key().split("\\.")) {
			node = (node.get(part) instanceof ObjectNode there) ? there : node.putObject(part);
		}
		return node;
	}

}
