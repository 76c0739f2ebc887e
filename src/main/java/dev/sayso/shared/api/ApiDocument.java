package dev.sayso.shared.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.http.HttpStatus;

/**
 * Tells in the API's document what holds for all operations: how they refuse, how long
 * lists may be, and that what only the product sets is not sent.
 */
class ApiDocument implements GlobalOpenApiCustomizer {

	private static final String SCHEMAS = "#/components/schemas/";

	private static final String PROBLEM = "application/problem+json";

	/** What can be refused, and with which words. */
	private static final Map<HttpStatus, String> REFUSALS = new LinkedHashMap<>();

	static {
		REFUSALS.put(HttpStatus.BAD_REQUEST, "The request cannot be read, or has a parameter that does not exist");
		REFUSALS.put(HttpStatus.UNAUTHORIZED, "There is no token, or no valid one");
		REFUSALS.put(HttpStatus.FORBIDDEN, "The token does not have the scope that detail names");
		REFUSALS.put(HttpStatus.NOT_FOUND, "There is nothing of this name");
		REFUSALS.put(HttpStatus.NOT_ACCEPTABLE, "There is no answer of a type in Accept");
		REFUSALS.put(HttpStatus.REQUEST_TIMEOUT, "The body came too slowly; nothing was changed");
		REFUSALS.put(HttpStatus.CONFLICT, "It contradicts what is there; type says how");
		REFUSALS.put(HttpStatus.PRECONDITION_FAILED, "Another version was meant in If-Match");
		REFUSALS.put(HttpStatus.CONTENT_TOO_LARGE, "The body is too large");
		REFUSALS.put(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is no JSON by its type");
		REFUSALS.put(HttpStatus.UNPROCESSABLE_CONTENT, "The body has faults, each with its pointer");
		REFUSALS.put(HttpStatus.TOO_MANY_REQUESTS, "The token has made too many calls: wait as Retry-After says");
		REFUSALS.put(HttpStatus.SERVICE_UNAVAILABLE, "The store cannot answer just now; nothing was changed");
	}

	@Override
	public void customise(OpenAPI document) {
		Components components = document.getComponents();
		components.addSchemas("Problem", problem()).addSchemas("Fault", fault());
		REFUSALS.forEach((status, words) -> components.addResponses(name(status), refusal(status, words)));
		document.getPaths().forEach((path, item) -> item.readOperations().forEach((operation) -> {
			List<Parameter> parameters = parameters(operation);
			operation.setParameters(parameters);
			parameters.stream().filter((parameter) -> "limit".equals(parameter.getName())).forEach(ApiDocument::bound);
			describeBody(operation, components);
			describeRefusals(operation, parameters, ApiRefusal.isOfFlags(path));
		}));
	}

	/** Accept is none in OpenAPI: the types of the answers tell as much. */
	private static List<Parameter> parameters(Operation operation) {
		return Stream.ofNullable(operation.getParameters())
			.flatMap(List::stream)
			.filter((parameter) -> !"Accept".equals(parameter.getName()))
			.toList();
	}

	private static void bound(Parameter limit) {
		limit.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(ApiCursor.MOST));
	}

	/** A body has what can be set; in a merge patch null removes it. */
	private static void describeBody(Operation operation, Components components) {
		if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
			return;
		}
		operation.getRequestBody().getContent().forEach((type, body) -> {
			String name = name(body.getSchema());
			if (name != null && hasReadOnly(components.getSchemas().get(name))) {
				body.setSchema(writable(name, type.contains("merge-patch"), components));
			}
		});
	}

	private static Schema<?> writable(String name, boolean patch, Components components) {
		String written = patch ? name + "Patch" : "New" + name;
		if (!components.getSchemas().containsKey(written)) {
			Schema<?> model = AnnotationsUtils.clone(components.getSchemas().get(name), true);
			components.addSchemas(written, model);
			model.setRequired(null);
			model.getProperties().values().removeIf((property) -> Boolean.TRUE.equals(property.getReadOnly()));
			if (patch) {
				model.getProperties().replaceAll((member, property) -> {
					String within = name(property);
					return RecordSchemas.orNull((within != null) ? writable(within, true, components) : property);
				});
			}
		}
		return new Schema<>().$ref(SCHEMAS + written);
	}

	private static boolean hasReadOnly(Schema<?> model) {
		return model.getProperties() != null
				&& model.getProperties().values().stream().anyMatch((each) -> Boolean.TRUE.equals(each.getReadOnly()));
	}

	/** Of what a body says, OpenFeature's protocol refuses all by 400. */
	private static void describeRefusals(Operation operation, List<Parameter> parameters, boolean flags) {
		boolean open = operation.getSecurity() != null && operation.getSecurity().isEmpty();
		boolean body = operation.getRequestBody() != null && !flags;
		boolean named = body || has(parameters, "path");
		REFUSALS.keySet().stream().filter((status) -> switch (status) {
			case UNAUTHORIZED, FORBIDDEN, TOO_MANY_REQUESTS -> !open;
			case NOT_FOUND -> named;
			case CONFLICT -> named && !flags;
			case PRECONDITION_FAILED -> parameters.stream().anyMatch((each) -> "If-Match".equals(each.getName()));
			case REQUEST_TIMEOUT, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> operation.getRequestBody() != null;
			case UNPROCESSABLE_CONTENT -> body;
			default -> true;
		}).forEach((status) -> {
			if (flags && !ApiRefusal.PLAIN.contains(status)) {
				refuseFlag(operation, status);
			}
			else {
				refuse(operation, status);
			}
		});
	}

	/** Clients of the protocol read its own failures alone. */
	private static void refuseFlag(Operation operation, HttpStatus status) {
		String code = String.valueOf(status.value());
		if (operation.getResponses().get(code) == null) {
			operation.getResponses()
				.addApiResponse(code,
						new ApiResponse().description(REFUSALS.get(status))
							.content(new Content().addMediaType("application/json",
									new MediaType().schema(new Schema<>().$ref(SCHEMAS + "FlagFailure")))));
		}
	}

	/** What an operation says itself of a refusal stays, with the shape that all have. */
	private static void refuse(Operation operation, HttpStatus status) {
		String code = String.valueOf(status.value());
		ApiResponse told = operation.getResponses().get(code);
		if (told == null) {
			operation.getResponses().addApiResponse(code, new ApiResponse().$ref(name(status)));
		}
		else {
			Content content = Optional.ofNullable(told.getContent()).orElseGet(Content::new);
			told.setContent(content.addMediaType(PROBLEM, shape()));
		}
	}

	private static boolean has(List<Parameter> parameters, String in) {
		return parameters.stream().anyMatch((parameter) -> in.equals(parameter.getIn()));
	}

	private static ApiResponse refusal(HttpStatus status, String words) {
		ApiResponse response = new ApiResponse().description(words)
			.content(new Content().addMediaType(PROBLEM, shape()));
		return switch (status) {
			case TOO_MANY_REQUESTS -> response.addHeaderObject("Retry-After",
					new Header().description("Seconds").required(true).schema(new IntegerSchema().format(null)));
			case UNAUTHORIZED ->
				response.addHeaderObject("WWW-Authenticate", new Header().required(true).schema(new StringSchema()));
			default -> response;
		};
	}

	private static MediaType shape() {
		return new MediaType().schema(new Schema<>().$ref(SCHEMAS + "Problem"));
	}

	private static String name(HttpStatus status) {
		return status.getReasonPhrase().replace(" ", "");
	}

	private static @Nullable String name(@Nullable Schema<?> schema) {
		return (schema != null && schema.get$ref() != null) ? schema.get$ref().replace(SCHEMAS, "") : null;
	}

	private static Schema<?> problem() {
		Schema<?> problem = new ObjectSchema().description("Why a call is not answered as was wanted (RFC 9457)")
			.addProperty("type", text("about:blank, or urn:sayso: and a name where programs tell it from others"))
			.addProperty("title", text("The status in words"))
			.addProperty("status", new IntegerSchema().format("int32"))
			.addProperty("detail", text("A sentence"))
			.addProperty("instance", text("The path that was called"))
			.addProperty("errors",
					new ArraySchema().items(new Schema<>().$ref(SCHEMAS + "Fault"))
						.description("What is wrong with the body"))
			.addProperty("taken", texts("Pointers to the noes that were taken all the same"))
			.addProperty("candidates", texts("The ids of those who share an address"))
			.addProperty("code", text("The name in type once more"));
		problem.setRequired(List.of("type", "title", "status", "detail"));
		return problem;
	}

	private static Schema<?> fault() {
		Schema<?> fault = new ObjectSchema().addProperty("pointer", text("Where, as a JSON pointer (RFC 6901)"))
			.addProperty("detail", text("What is wrong there"));
		fault.setRequired(List.of("pointer", "detail"));
		return fault;
	}

	private static Schema<?> text(String description) {
		return new StringSchema().description(description);
	}

	private static Schema<?> texts(String description) {
		return new ArraySchema().items(new StringSchema()).description(description);
	}

}
