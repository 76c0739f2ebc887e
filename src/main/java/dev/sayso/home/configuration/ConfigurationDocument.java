package dev.sayso.home.configuration;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.store.ConfigurationPart;

/**
 * Writes what is configured as one file, a thing at a time: the same store is the same
 * file, byte by byte, so that it can be compared and kept with other sources.
 */
@Component
class ConfigurationDocument {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	private final ConfigurationParts parts;

	private final TransactionTemplate transaction;

	ConfigurationDocument(ConfigurationParts parts, TransactionTemplate transaction) {
		this.parts = parts;
		this.transaction = transaction;
	}

	/**
	 * Writes these kinds, all of one moment as far as the store keeps one.
	 * @param kinds none for all
	 */
	void write(Set<String> kinds, OutputStream out) throws IOException {
		List<ConfigurationPart<?>> written = this.parts.all()
			.stream()
			.filter((part) -> kinds.isEmpty() || kinds.contains(part.kind()))
			.toList();
		this.transaction.executeWithoutResult((status) -> {
			try (JsonGenerator file = MAPPER.createGenerator(out)) {
				file.writeStartObject();
				written.forEach((part) -> {
					file.writeArrayPropertyStart(part.kind());
					part.items().forEach((item) -> MAPPER.writeValue(file, item));
					file.writeEndArray();
				});
				file.writeEndObject();
			}
		});
	}

	JsonNode tree(Object item) {
		return MAPPER.valueToTree(item);
	}

}
