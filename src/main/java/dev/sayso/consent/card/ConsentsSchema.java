package dev.sayso.consent.card;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Tracking;

/**
 * The consents object in the API's document, with all purposes there are.
 */
@Component
@Lazy
@Order(0)
class ConsentsSchema implements GlobalOpenApiCustomizer {

	static final String CONSENTS = "#/components/schemas/Consents";

	static final String PATCH = "#/components/schemas/ConsentsPatch";

	private static final String SCHEMAS = "#/components/schemas/";

	/** Before what holds for all operations is told, which names it. */
	@Override
	public void customise(OpenAPI document) {
		Components components = document.getComponents();
		components.addSchemas("ConsentMetadata", new ObjectSchema().addProperty("time", new DateTimeSchema()));
		components.addSchemas("Consent", consent());
		components.addSchemas("Pause", pause());
		components.addSchemas("Consents", consents("Consent", "Consents", components));
		components.addSchemas("ConsentPatch", statement());
		components.addSchemas("ConsentsPatch", consents("ConsentPatch", "ConsentsPatch", components)
			.addProperty("by",
					new StringSchema()._enum(List.of("person", "operator"))
						.description("Whose say it is; operator unless told"))
			.addProperty("evidence", new StringSchema().maxLength(4000).description("Needed to lift a person's own no"))
			.addProperty("reason",
					new StringSchema().maxLength(255).description("Stands for each purpose that has none of its own")));
	}

	/** The groups of purposes, and beside them what is kept as it came. */
	private static Schema<?> consents(String of, String name, Components components) {
		boolean patch = of.equals("ConsentPatch");
		Schema<?> consents = new ObjectSchema();
		Map<String, List<Purpose>> groups = Arrays.stream(Purpose.values())
			.collect(Collectors.groupingBy((purpose) -> purpose.key().split("\\.")[0], java.util.LinkedHashMap::new,
					Collectors.toList()));
		groups.forEach((group, purposes) -> {
			if (purposes.get(0).key().equals(group)) {
				consents.addProperty(group, member(of, patch));
				return;
			}
			Schema<?> members = new ObjectSchema();
			purposes.forEach(
					(purpose) -> members.addProperty(purpose.key().substring(group.length() + 1), member(of, patch)));
			if (group.equals("marketing")) {
				members.addProperty("preferred", kept()).addProperty("commercialEmail", kept());
			}
			String part = name + Character.toUpperCase(group.charAt(0)) + group.substring(1);
			components.addSchemas(part, members);
			consents.addProperty(group, new Schema<>().$ref(SCHEMAS + part));
		});
		Schema<?> pauses = new ObjectSchema();
		Arrays.stream(Purpose.values())
			.filter(Purpose::isMarketing)
			.forEach((purpose) -> pauses.addProperty(Pause.key(purpose), member("Pause", patch)));
		components.addSchemas(name + "Pause", pauses);
		return consents.addProperty(PauseValues.PAUSE, new Schema<>().$ref(SCHEMAS + name + "Pause"))
			.addProperty("adID", kept())
			.addProperty("idSpecific", kept())
			.addProperty("metadata", new Schema<>().$ref(SCHEMAS + "ConsentMetadata"));
	}

	/** In a patch, null takes back what was said. */
	private static Schema<?> member(String of, boolean patch) {
		Schema<?> reference = new Schema<>().$ref(SCHEMAS + of);
		Schema<?> nothing = new Schema<>();
		nothing.addType("null");
		return patch ? new Schema<>().addAnyOfItem(reference).addAnyOfItem(nothing) : reference;
	}

	private static Schema<?> consent() {
		return statement().addProperty("allows", new BooleanSchema().description("With effective=true"))
			.addProperty("because",
					new StringSchema()._enum(List.of("explicit", "any", "default", "shared"))
						.description("With effective=true"))
			.addProperty("tracking",
					new StringSchema()._enum(Arrays.stream(Tracking.values()).map(Tracking::key).toList())
						.description("With effective=true, of tracking: what may be measured"))
			.addProperty("profile", new UUIDSchema().description("With because shared: whose no it is"));
	}

	private static Schema<?> statement() {
		return new ObjectSchema()
			.addProperty("val", new StringSchema()._enum(Arrays.stream(Choice.values()).map(Choice::value).toList())
				.description("As XDM has it: yes, no, pending, unknown, by default yes or no, or a lawful basis"))
			.addProperty("time", new DateTimeSchema().description("When it was said"))
			.addProperty("reason", new StringSchema().maxLength(255))
			.addProperty("subscriptions", kept());
	}

	private static Schema<?> pause() {
		return new ObjectSchema()
			.addProperty("until", new DateSchema().description("The last day of it, where the person lives"))
			.addProperty("time", new DateTimeSchema().description("When it was said"))
			.addProperty("reason", new StringSchema().maxLength(255));
	}

	private static Schema<?> kept() {
		return new Schema<>().description("As XDM has it; kept as it came");
	}

}
