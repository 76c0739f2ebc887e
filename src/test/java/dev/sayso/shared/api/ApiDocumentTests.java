package dev.sayso.shared.api;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API's document is a product: names that stay, and nothing of the inside. That the
 * answers are as it says, every other test holds.
 */
@ProductTest
class ApiDocumentTests {

	@Autowired
	MockMvcTester mvc;

	private JsonNode document;

	@BeforeEach
	void read() throws UnsupportedEncodingException {
		this.document = new JsonMapper()
			.readTree(this.mvc.get().uri("/api/v1/openapi.json").exchange().getResponse().getContentAsString());
	}

	@Test
	void operationsKeepTheirNamesForEver() {
		Map<String, String> names = new TreeMap<>();
		this.document.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((operation) -> names.put(operation.getValue().path("operationId").asString(""),
						operation.getKey() + " " + path.getKey())));
		assertThat(names)
			.containsAllEntriesOf(Map.ofEntries(Map.entry("checkMembership", "post /api/v1/audiences/{id}/membership"),
					Map.entry("createLink", "post /api/v1/profiles/{id}/links"),
					Map.entry("createProfile", "post /api/v1/profiles"),
					Map.entry("createSubjectKey", "post /api/v1/profiles/{id}/subject-keys"),
					Map.entry("decide", "post /api/v1/decisions"),
					Map.entry("decideBatch", "post /api/v1/decision-batches"),
					Map.entry("eraseProfile", "delete /api/v1/profiles/{id}"),
					Map.entry("evaluateFlag", "post /ofrep/v1/evaluate/flags/{key}"),
					Map.entry("evaluateFlags", "post /ofrep/v1/evaluate/flags"),
					Map.entry("listAudiences", "get /api/v1/audiences"),
					Map.entry("listLedger", "get /api/v1/profiles/{id}/ledger"),
					Map.entry("listMembers", "get /api/v1/audiences/{id}/members"),
					Map.entry("listOutcomes", "get /api/v1/decisions/{id}/outcomes"),
					Map.entry("listReceipts", "get /api/v1/profiles/{id}/receipts"),
					Map.entry("listProfiles", "get /api/v1/profiles"),
					Map.entry("patchProfile", "patch /api/v1/profiles/{id}"),
					Map.entry("readAudience", "get /api/v1/audiences/{id}"),
					Map.entry("readConditionSchema", "get /api/v1/condition.schema.json"),
					Map.entry("readConsents", "get /api/v1/profiles/{id}/consents"),
					Map.entry("readProfile", "get /api/v1/profiles/{id}"),
					Map.entry("recordConsents", "patch /api/v1/profiles/{id}/consents"),
					Map.entry("recordPropositionEvent", "post /api/v1/propositions/{id}/events")));
		assertThat(names.keySet()).allMatch((name) -> name.matches("[a-z]+([A-Z][a-z]+)*"));
	}

	@Test
	void nothingOfTheInsideIsInIt() {
		assertThat(this.document.path("components").path("schemas").propertyNames()).noneMatch((name) -> name
			.matches("Actor|Authentication|HttpHeaders|ResponseEntity.*|Resource|ContentDisposition|Line"));
		assertThat(parameters().map((parameter) -> parameter.path("name").asString(""))).doesNotContain("actor",
				"authentication", "Accept");
		assertThat(this.document.toString()).doesNotContain("*/*");
	}

	@Test
	void everyOperationSaysHowItRefuses() {
		operations().filter((operation) -> !operation.has("security")).forEach((operation) -> {
			JsonNode responses = operation.path("responses");
			assertThat(responses.propertyNames()).as(operation.path("operationId").asString(""))
				.contains("400", "401", "403", "429", "503");
			assertThat(responses.properties()).filteredOn((response) -> response.getKey().matches("[45].."))
				.allMatch((response) -> response.getValue().path("content").has("application/problem+json")
						|| response.getValue()
							.at("/content/application~1json/schema/$ref")
							.asString("")
							.endsWith("FlagFailure")
						|| response.getValue().path("$ref").asString("").startsWith("#/components/responses/"));
		});
		assertThat(this.document.at("/components/responses/TooManyRequests/headers").has("Retry-After")).isTrue();
	}

	@Test
	void whatIsAlwaysThereIsRequiredAndWhatMayBeNullSaysSo() {
		assertThat(texts("/components/schemas/Profile/required")).contains("id", "createdAt").doesNotContain("email");
		assertThat(texts("/components/schemas/LedgerEntry/properties/before/type")).contains("string", "null");
		assertThat(texts("/components/schemas/LedgerEntry/properties/after/type")).isEmpty();
		assertThat(texts("/components/schemas/ProfilePatch/properties/email/type")).contains("string", "null");
		assertThat(this.document.at("/components/schemas/NewProfile/properties").has("id")).isFalse();
		assertThat(texts("/components/schemas/DecisionWanted/required")).containsExactly("scopes");
	}

	@Test
	void limitsHaveTheirBoundsAndStreamsAreText() {
		assertThat(parameters().filter((parameter) -> parameter.path("name").asString("").equals("limit"))
			.map((parameter) -> parameter.path("schema"))).hasSizeGreaterThan(2)
			.allMatch((schema) -> schema.path("minimum").asInt() == 1 && schema.path("maximum").asInt() == 1000
					&& schema.path("default").asInt() == 50);
		assertThat(operations().flatMap((operation) -> operation.path("responses").properties().stream())
			.flatMap((response) -> response.getValue().path("content").properties().stream())
			.filter((content) -> content.getKey().matches("text/csv|application/x-ndjson"))
			.map((content) -> content.getValue().path("schema").path("type").asString(""))).hasSizeGreaterThan(3)
			.containsOnly("string");
	}

	private Stream<JsonNode> operations() {
		return stream(this.document.path("paths")).flatMap(ApiDocumentTests::stream);
	}

	private Stream<JsonNode> parameters() {
		return operations().flatMap((operation) -> stream(operation.path("parameters")));
	}

	private Stream<String> texts(String pointer) {
		return stream(this.document.at(pointer)).map((text) -> text.asString(""));
	}

	private static Stream<JsonNode> stream(JsonNode node) {
		return StreamSupport.stream(node.spliterator(), false);
	}

}
