package dev.sayso;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;

/**
 * Says where an answer of the API is other than its document has it: its status, its
 * media type, or its body, which has no member that the document does not name.
 */
final class ApiDocumentChecker {

	private static final String DOCUMENT = "https://sayso.example/openapi.json";

	private static final String PROBLEM = "#/components/schemas/Problem";

	private static final String FLAG = "#/components/schemas/FlagFailure";

	private static final JsonMapper MAPPER = new JsonMapper();

	private final JsonNode document;

	private final SchemaRegistry schemas;

	private ApiDocumentChecker(JsonNode document) {
		this.document = document;
		document.at("/components/schemas").forEach(ApiDocumentChecker::close);
		this.schemas = SchemaRegistry.withDialect(Dialects.getOpenApi31(),
				(builder) -> builder.schemas(Map.of(DOCUMENT, document.toString()))
					.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
	}

	/** An answer, as it left. */
	record Answer(String method, String path, int status, @Nullable String type, byte[] body) {

		@Override
		public String toString() {
			return this.method + " " + this.path + " is answered " + this.status + " " + this.type;
		}

	}

	/** By the document that a running product gives out. */
	static ApiDocumentChecker of(int port) {
		try {
			URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/openapi.json");
			return new ApiDocumentChecker(MAPPER.readTree(HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
				.body()));
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void close(JsonNode schema) {
		if (schema.has("properties") && !schema.has("additionalProperties")) {
			((ObjectNode) schema).put("additionalProperties", false);
		}
	}

	/** What is wrong with an answer; empty where it is as documented. */
	List<String> check(Answer answer) {
		Optional<JsonNode> operation = operation(answer);
		if (operation.isEmpty()) {
			return (answer.status() >= 400) ? problem(answer)
					: List.of(answer + ", but the document has no such operation");
		}
		JsonNode response = resolve(operation.get().path("responses").path(String.valueOf(answer.status())));
		if (response.isMissingNode()) {
			return List.of(answer + ", a status that the document does not have");
		}
		JsonNode content = response.path("content");
		if (content.isEmpty()) {
			return (answer.body().length == 0) ? List.of() : List.of(answer + " with a body, where none is documented");
		}
		String type = type(answer);
		if (!content.has(type)) {
			return List.of(answer + ", but the document has " + content.propertyNames());
		}
		String schema = content.path(type).path("schema").path("$ref").asString("");
		return schema.isEmpty() ? List.of() : body(answer, schema);
	}

	private List<String> problem(Answer answer) {
		if (answer.path().startsWith("/ofrep") && "application/json".equals(type(answer))) {
			return body(answer, FLAG);
		}
		return "application/problem+json".equals(type(answer)) ? body(answer, PROBLEM)
				: List.of(answer + ", and is no problem detail");
	}

	private List<String> body(Answer answer, String schema) {
		List<String> faults = new ArrayList<>();
		try {
			for (Error error : this.schemas.getSchema(SchemaLocation.of(DOCUMENT + schema))
				.validate(MAPPER.readTree(answer.body()))) {
				faults.add(answer + ": " + error + " by " + schema);
			}
		}
		catch (JacksonException ex) {
			faults.add(answer + ", which is no JSON");
		}
		return faults;
	}

	/** Of the paths that fit, the one with the fewest variables. */
	private Optional<JsonNode> operation(Answer answer) {
		return this.document.path("paths")
			.properties()
			.stream()
			.filter((path) -> answer.path().matches(path.getKey().replaceAll("\\{\\w+}", "[^/]+")))
			.min(Comparator.comparing((path) -> path.getKey().chars().filter((sign) -> sign == '{').count()))
			.map((path) -> path.getValue().get(answer.method().toLowerCase(Locale.ROOT)));
	}

	private JsonNode resolve(JsonNode response) {
		String reference = response.path("$ref").asString("");
		return reference.isEmpty() ? response : this.document.at(reference.substring(1));
	}

	private static @Nullable String type(Answer answer) {
		if (answer.type() == null) {
			return null;
		}
		MediaType type = MediaType.parseMediaType(answer.type());
		return type.getType() + "/" + type.getSubtype();
	}

}
