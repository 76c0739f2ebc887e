package dev.sayso.home.configuration;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.api.RecordSchemas;
import dev.sayso.store.ConfigurationPart;

/**
 * The configuration file in the API's document: each kind with the members of its things,
 * as their rooms have them.
 */
@Component
@Lazy
@Order(0)
class ConfigurationSchema implements GlobalOpenApiCustomizer {

	private static final String SCHEMAS = "#/components/schemas/";

	private static final String NAME = "Configuration";

	private final ConfigurationParts parts;

	ConfigurationSchema(ConfigurationParts parts) {
		this.parts = parts;
	}

	@Override
	public void customise(OpenAPI document) {
		Components components = document.getComponents();
		Schema<?> file = new ObjectSchema();
		for (ConfigurationPart<?> part : this.parts.all()) {
			ModelConverters.getInstance(true)
				.readAll(part.type())
				.forEach((name, model) -> add(name, model, components));
			file.addProperty(part.kind(),
					new ArraySchema().items(new Schema<>().$ref(SCHEMAS + part.type().getSimpleName())));
		}
		components.addSchemas(NAME, file);
		var operations = document.getPaths().get("/api/v1/configuration");
		describe(operations.getPut().getRequestBody().getContent());
		describe(operations.getGet().getResponses().get("200").getContent());
	}

	/** What may be left out of a thing may also be null there. */
	private static void add(String name, Schema<?> model, Components components) {
		if (!components.getSchemas().containsKey(name)) {
			model.setRequired(null);
			if (model.getProperties() != null) {
				model.getProperties().replaceAll((member, property) -> RecordSchemas.orNull(property));
			}
			components.addSchemas(name, model);
		}
	}

	private static void describe(Content content) {
		content.values().forEach((body) -> body.setSchema(new Schema<>().$ref(SCHEMAS + NAME)));
	}

}
