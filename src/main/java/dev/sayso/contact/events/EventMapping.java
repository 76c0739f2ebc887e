package dev.sayso.contact.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.contact.inbound.Connector;

/**
 * How the payloads of a connector are read that has no form of its own: where each thing
 * stands, and how a request proves that it is the sender's.
 *
 * @param eventsPath of the list of events; empty where the payload is the list, or one
 * event
 * @param typePath within an event, as the paths after it; empty where there is no such
 * thing
 */
record EventMapping(@Id UUID connectorId, @Version @Nullable Integer version, MappedProof proof, String header,
		MappedProof.Encoding encoding, String eventsPath, String typePath, String addressPath, String timePath,
		String messagePath, String diagnosticPath, String hardPath, MappedWords words, Instant changedAt,
		String changedBy) {

	/** Of a connector that nobody mapped yet. */
	static EventMapping none(Connector connector) {
		return new EventMapping(connector.id(), null, MappedProof.STANDARD_WEBHOOKS, "", MappedProof.Encoding.HEX, "",
				"", "", "", "", "", "", MappedWords.NONE, connector.createdAt(), connector.changedBy());
	}

	/** What the record of changes tells, by field. */
	Map<String, Object> fields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("mapping.proof", this.proof.key());
		fields.put("mapping.header", this.header);
		fields.put("mapping.encoding", this.encoding.key());
		fields.put("mapping.events", this.eventsPath);
		fields.put("mapping.type", this.typePath);
		fields.put("mapping.address", this.addressPath);
		fields.put("mapping.time", this.timePath);
		fields.put("mapping.message", this.messagePath);
		fields.put("mapping.diagnostic", this.diagnosticPath);
		fields.put("mapping.hard", this.hardPath);
		for (MappedType type : MappedType.values()) {
			fields.put("mapping." + type.key(), this.words.text(type));
		}
		return fields;
	}

}
