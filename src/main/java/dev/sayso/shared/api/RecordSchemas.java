package dev.sayso.shared.api;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Tells in the API's document what a record's types tell: what cannot be null is always
 * there, and what can be is absent or, where the record writes it, null.
 */
public class RecordSchemas implements ModelConverter {

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Schema<?> resolved = chain.next().resolve(type, context, chain);
		Class<?> shown = Json31.mapper().constructType(type.getType()).getRawClass();
		if (resolved != null && shown.isRecord()) {
			Schema<?> model = (resolved.get$ref() != null)
					? context.getDefinedModels().get(resolved.get$ref().replaceFirst(".*/", "")) : resolved;
			if (model != null && model.getProperties() != null) {
				describe(shown, model);
			}
		}
		return resolved;
	}

	private static void describe(Class<?> shown, Schema<?> model) {
		JsonInclude inclusion = shown.getAnnotation(JsonInclude.class);
		boolean always = inclusion != null && inclusion.value() == JsonInclude.Include.ALWAYS;
		for (RecordComponent component : shown.getRecordComponents()) {
			Schema<?> property = model.getProperties().get(component.getName());
			if (property == null) {
				continue;
			}
			boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
			if (nullable && always) {
				model.getProperties().put(component.getName(), orNull(property));
			}
			if ((!nullable || always) && !isOptional(component) && !isRequired(model, component.getName())) {
				model.addRequiredItem(component.getName());
			}
		}
	}

	private static boolean isRequired(Schema<?> model, String name) {
		return model.getRequired() != null && model.getRequired().contains(name);
	}

	private static boolean isOptional(RecordComponent component) {
		var told = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
		return told != null && told.requiredMode() == RequiredMode.NOT_REQUIRED;
	}

	/** The same, or null, as OpenAPI 3.1 says it. */
	public static Schema<?> orNull(Schema<?> schema) {
		if (schema.get$ref() != null) {
			Schema<?> nothing = new Schema<>();
			nothing.addType("null");
			return new Schema<>().addAnyOfItem(schema).addAnyOfItem(nothing);
		}
		if (schema.getTypes() != null) {
			schema.addType("null");
		}
		return schema;
	}

}
