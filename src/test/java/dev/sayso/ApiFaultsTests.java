package dev.sayso;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.decision.DecisionSamples;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.People;
import dev.sayso.shared.Ids;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the API answers to bodies that are wrong in some way, and to some that are not:
 * all of it stands in {@code api-faults.txt}, by place what was sent, and what was
 * answered. What is answered now is left in {@code target/api-faults.txt}.
 */
@ProductTest
class ApiFaultsTests {

	private static final String JSON = "application/json";

	private static final String ABSENT = "absent";

	/** What may stand in the place of any value. */
	private static final List<String> VALUES = List.of(ABSENT, "null", "\"\"", "\" \"", "\"x\"", "\"1\"",
			"\"a\\u0000b\"", "7", "0", "-1", "1.0", "1.5", "1e400", "99999999999999999999", "true", "false", "[]", "{}",
			"[null]", "[1,\"x\"]", "{\"a\":1}", "\"" + "x".repeat(300) + "\"");

	private static final List<String> BODIES = List.of("", " ", "[]", "[{}]", "null", "7", "\"x\"", "true", "{",
			"{\"a\":", "{\"a\":}", "{} {}", "{} x", "{'a':1}", "{\"a\":1,}", "\u00ef{}", "{}", "{\"a\":1,\"a\":2}",
			"{\"o\":{\"a\":1,\"a\":2}}", "{\"a/b~c\":1,\"\":2,\"a.b\":null}", "{\"a\":" + "1".repeat(1001) + "}",
			"{\"a\":1e" + "9".repeat(20) + "}", nested(63), nested(64), nested(200),
			"{\"a\":\"" + "x".repeat(1 << 20) + "\"}");

	private static final List<String> TYPES = List.of("", "text/plain", "nonsense", "application/xml",
			"application/json;charset=nonsense", "application/merge-patch+json", "application/problem+json", "*/*");

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	private final JsonMapper json = new JsonMapper();

	private final StringBuilder answers = new StringBuilder();

	private String person = "";

	private String page = "";

	private String proposition = "";

	@BeforeEach
	void everythingThatCanBeNamed() {
		DecisionSamples samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(says("hello", "web",
					"<p>{{context.a}} {{context.b.c}} {{#context.list}}<{{.}}>{{/context.list}} {{context.n}}</p>"))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "hello");
		samples.live("hero", "welcome", scope("web", "all"));
		this.jdbc.sql("update api_token set scopes = 'profiles,decisions,audiences,links' where name = 'decisions'")
			.update();
		this.jdbc
			.sql("""
					insert into audience (id, version, slug, name, description, condition, created_at, changed_at, changed_by)
					values (:id, 0, 'french', 'French', '', '{"fact":"country","operator":"is","value":"FR"}', :now, :now, 'x')""")
			.param("id", UUID.randomUUID())
			.param("now", OffsetDateTime.parse("2026-01-05T08:00:00Z"))
			.update();
		for (Attribute.Type type : Attribute.Type.values()) {
			this.sayso.getBean(Attributes.class)
				.save(new Attribute(Ids.next(), null, type.name().toLowerCase(Locale.ROOT), type.name(), type,
						"gold\nx", Instant.EPOCH));
		}
		this.person = this.people
			.create(Map.of("externalId", "crm-1", "email", "camille@posteo.example", "mobile", "+33639981245", "phone",
					"", "street", "1 Rue", "country", "FR"))
			.id()
			.toString();
		LandingPage form = this.sayso.getBean(Pages.class).form(BoxMeaning.IN_OR_OUT, "email");
		this.page = form.slug();
		this.proposition = this.json
			.readTree(text(send(HttpMethod.POST, "/api/v1/decisions", JSON,
					"{\"profile\":\"externalId:crm-1\",\"scopes\":[{\"decision\":\"hero\"}]}")))
			.at("/propositions/0/id")
			.asString();
	}

	private static String nested(int depth) {
		return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
	}

	@Test
	void everyWrongBodyIsAnsweredAsItAlwaysWas() throws IOException {
		decisions();
		flags();
		events();
		links();
		membership();
		profiles();
		consents();
		Files.writeString(Path.of("target/api-faults.txt"), this.answers);
		try (InputStream known = ApiFaultsTests.class.getResourceAsStream("api-faults.txt")) {
			assertThat(this.answers.toString()).isEqualTo(new String(known.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private void decisions() {
		Endpoint one = new Endpoint(HttpMethod.POST, "/api/v1/decisions", """
				{"profile":"externalId:crm-1","scopes":[{"decision":"hero","placement":"web"}],"itemCount":1,
				"context":{"a":1,"b":{"c":2}},"language":"fr","explain":false,"dryRun":true}""");
		vary(one);
		for (String body : List.of(
				"{\"itemCount\":0,\"language\":7,\"explain\":1,\"odd\":1,\"scopes\":[{\"placement\":3,\"odd\":2},4]}",
				"{\"scopes\":[" + "{\"decision\":\"hero\"},".repeat(29) + "{\"decision\":\"hero\"}]}",
				"{\"scopes\":[" + "7,".repeat(30) + "7]}", "{\"scopes\":[[],null,\"x\",{}],\"context\":[]}",
				"{\"scopes\":[{\"decision\":\"hero\"}],\"itemCount\":\"one\",\"language\":\"not a tag\"}",
				"{\"scopes\":[{\"decision\":\"gone\"},{\"decision\":\"hero\",\"placement\":\"gone\"}]}",
				"{\"scopes\":[{\"decision\":\"hero\",\"decision\":\"hero\"}]}",
				context("{\"a\":1.50,\"b\":{\"c\":1e2},\"list\":[1,null,2.0,\"x\",true],\"n\":12345678901234567890}"),
				context("{\"a\":null,\"b\":{\"c\":null},\"list\":[null],\"n\":100.00}"),
				context("{\"a\":0.1e1,\"b\":null,\"list\":[[1],{\"a\":null}],\"n\":false}"),
				context("{\"a\":{},\"b\":[],\"list\":\"x\",\"n\":-0.0}"))) {
			one.send(body);
		}
		Endpoint many = new Endpoint(HttpMethod.POST, "/api/v1/decision-batches", """
				{"audience":"french","scopes":[{"decision":"hero","placement":"web"}],"itemCount":1,
				"context":{"a":1},"language":"fr","dryRun":true}""");
		vary(many);
		for (String body : List.of("{\"profile\":\"x\",\"explain\":true,\"audience\":7,\"odd\":1,\"scopes\":[]}",
				"{\"profile\":null,\"scopes\":[{\"decision\":\"hero\"}]}", "{\"audience\":7,\"odd\":1}",
				"{\"explain\":false,\"profile\":\"x\",\"scopes\":7}",
				"{\"audience\":\"gone\",\"scopes\":[{\"decision\":\"gone\"}],\"dryRun\":true}")) {
			many.send(body);
		}
	}

	private static String context(String context) {
		return "{\"scopes\":[{\"decision\":\"hero\"}],\"dryRun\":true,\"context\":" + context + "}";
	}

	private void flags() {
		for (String path : List.of("/ofrep/v1/evaluate/flags/hero", "/ofrep/v1/evaluate/flags")) {
			Endpoint flag = new Endpoint(HttpMethod.POST, path, """
					{"context":{"targetingKey":"crm-1","anonymous":false,"language":"fr","a":1}}""");
			vary(flag);
			flag.send("{\"context\":{\"targetingKey\":\"\"},\"odd\":[1]}");
			flag.send("{\"context\":{\"a\":1.50,\"list\":[null,1],\"anonymous\":true}}");
			flag.send("{\"context\":{\"a\":1,\"a\":2}}");
			flag.send("{\"context\":7,\"odd\":{\"a\":1}}");
		}
	}

	private void events() {
		Endpoint event = new Endpoint(HttpMethod.POST, "/api/v1/propositions/" + this.proposition + "/events",
				"{\"type\":\"display\",\"id\":\"1\"}");
		vary(event);
		for (String body : List.of("{\"type\":7,\"id\":[],\"odd\":1}", "{\"type\":\"click\",\"id\":\"1\"}",
				"{\"type\":\"Display\",\"id\":\"1\"}", "{\"type\":\"display\",\"id\":\"" + "x".repeat(200) + "\"}",
				"{\"type\":\" display\",\"id\":\"1\"}", "{\"type\":\"display\",\"id\":\"\u00a0\"}")) {
			event.send(body);
		}
		new Endpoint(HttpMethod.POST, "/api/v1/propositions/nonsense/events", "")
			.send("{\"type\":\"display\",\"id\":\"1\"}");
	}

	private void links() {
		Endpoint link = new Endpoint(HttpMethod.POST, "/api/v1/profiles/externalId:crm-1/links",
				"{\"page\":\"" + this.page + "\"}");
		vary(link);
		link.send("{\"page\":\"gone\",\"odd\":1}");
		link.send("{\"page\":{\"page\":1},\"a/b~c\":1}");
		new Endpoint(HttpMethod.POST, "/api/v1/profiles/externalId:gone/links", "").send("{}");
	}

	private void membership() {
		Endpoint membership = new Endpoint(HttpMethod.POST, "/api/v1/audiences/french/membership",
				"{\"profiles\":[\"externalId:crm-1\"]}");
		vary(membership);
		String many = "\"x\",".repeat(9_999);
		membership.send("{\"profiles\":[\"x\",7,null,[],\"y\"],\"odd\":1,\"a/b~c\":null}");
		membership.send("{\"profiles\":[" + many + "\"x\",\"x\"]}");
		membership.send("{\"profiles\":[" + many + "\"x\",7],\"odd\":1}");
		membership.send("{\"profiles\":[" + many + "7]}");
	}

	private void profiles() {
		String everything = """
				{"externalId":"crm-2","firstName":"Ann","lastName":"B","email":"ann@posteo.example","mobile":"+33639981246",
				"phone":"+33199004217","fax":"+33199004218","pushToken":"t","postalAddress":{"street":"1 Rue","postalCode":"69005",
				"city":"Lyon"},"country":"FR","language":"fr","timeZone":"Europe/Paris","birthDate":"1987-05-17",
				"attributes":{"text":"a","number":1,"date":"2026-01-05","boolean":true,"one_of":"gold"}}""";
		Endpoint create = new Endpoint(HttpMethod.POST, "/api/v1/profiles", everything);
		Endpoint change = new Endpoint(HttpMethod.PATCH, "/api/v1/profiles/" + this.person,
				everything.replace("crm-2", "crm-1"));
		for (Endpoint endpoint : List.of(create, change)) {
			vary(endpoint);
			for (String body : List.of(
					"{\"bogus\":1,\"email\":\"nope\",\"mobile\":7,\"postalAddress\":{\"planet\":\"x\"},\"attributes\":{\"zz\":1},\"id\":\"x\",\"country\":\"XX\"}",
					"{\"id\":null,\"createdAt\":7,\"updatedAt\":{}}", "{\"street\":\"x\",\"city\":null}",
					"{\"mobile\":7}", "{\"email\":null,\"mobile\":null,\"externalId\":null}",
					"{\"email\":7,\"mobile\":null,\"externalId\":null}",
					"{\"postalAddress\":{\"city\":null,\"a/b~c\":1,\"street\":[]}}",
					"{\"attributes\":{\"a/b~c\":null,\"\":1}}",
					"{\"attributes\":{\"number\":{\"a\":null},\"date\":\"5 January 2026\",\"boolean\":\"yes\",\"text\":null}}",
					"{\"externalId\":\"crm-1\",\"attributes\":{\"number\":1.50,\"text\":\" a \",\"date\":\"05/01/2026\"}}",
					"{\"externalId\":\"crm-1\",\"attributes\":{\"number\":1e30}}",
					"{\"externalId\":\"crm-1\",\"attributes\":{\"number\":null,\"one_of\":\"silver\"}}",
					"{\"externalId\":\"crm-1\",\"attributes\":null,\"postalAddress\":null,\"birthDate\":\"17/05/1987\"}",
					"{\"externalId\":\"crm-1\",\"firstName\":\"\",\"phone\":\"\",\"birthDate\":\"tomorrow\"}")) {
				endpoint.send(body);
			}
		}
	}

	private void consents() {
		Endpoint consents = new Endpoint(HttpMethod.PATCH, "/api/v1/profiles/" + this.person + "/consents",
				"""
						{"marketing":{"any":{"val":"u"},"email":{"val":"n","time":"2026-03-03T20:47:12Z","reason":"too many",
						"subscriptions":{"news":{"val":"y"}}},"preferred":"email"},"personalize":{"content":{"val":"y"}},"collect":{"val":"y"},
						"adID":{"val":"y"},"metadata":{"time":"2026-03-03T20:47:12Z"},"by":"person","evidence":"form 12","reason":"told"}""");
		vary(consents);
		for (String body : List.of("{\"marketing\":{\"email\":{\"val\":\"n\"},}}",
				"{\"marketing\":{\"sms\":{\"val\":\"n\"},\"call\":{\"val\":",
				"{\"marketing\":{\"email\":{\"val\":\"y\",\"val\":\"n\"}}}",
				"{\"by\":\"operator\",\"by\":\"person\",\"marketing\":{\"sms\":{\"val\":\"n\"}}}",
				"{\"marketing\":{\"email\":{\"val\":\"n\"}},\"marketing\":{\"sms\":{\"val\":\"no\"}},\"odd\":7}",
				"{'marketing':{email:{'val':'n'}}}", "{\"consents\":{\"marketing\":{\"email\":{\"val\":\"n\"}}}}",
				"{\"marketing\":{\"any\":{\"val\":\"n\"},\"email\":{\"val\":\"y\"}}}", "{\"marketing.email\":\"n\"}",
				"{\"marketing\":{\"email\":{\"val\":\"n\",\"time\":[]},\"sms\":{\"val\":\"y\"}},\"odd\":1}",
				"{\"marketing\":{\"email\":false,\"sms\":[{\"val\":\"nee\"}],\"a/b~c\":{\"val\":\"n\"}},\"a.b\":{\"collect\":\"n\"}}",
				"{\"idSpecific\":{\"a\":{\"b\":1}},\"marketing\":{\"commercialEmail\":null,\"preferred\":null}}",
				"{\"idSpecific\":{\"a\":{\"b\":null}}}", "[{\"marketing\":{\"email\":{\"val\":\"n\"}}}]")) {
			this.jdbc.sql("delete from ledger_entry").update();
			this.jdbc.sql("delete from consent").update();
			consents.send(body);
		}
	}

	/**
	 * Sends what is no such body at all, and the body with something else in each place.
	 */
	private void vary(Endpoint endpoint) {
		endpoint.send("no such body", BODIES, (body) -> endpoint.ask(JSON, body));
		endpoint.send("another type", TYPES, (type) -> endpoint.ask(type, endpoint.body));
		endpoint.send(endpoint.body);
		JsonNode whole = this.json.readTree(endpoint.body);
		for (String place : places(whole, "")) {
			if (!place.isEmpty()) {
				endpoint.send(place, VALUES, (value) -> endpoint.ask(JSON, with(whole, place, value)));
			}
			if (whole.at(place).isObject()) {
				endpoint.send(place + "/odd", List.of("1"),
						(value) -> endpoint.ask(JSON, with(whole, place + "/odd", value)));
			}
		}
	}

	private static List<String> places(JsonNode node, String at) {
		List<String> places = new ArrayList<>(List.of(at));
		node.properties().forEach((member) -> places.addAll(places(member.getValue(), at + "/" + member.getKey())));
		for (int index = 0; node.isArray() && index < node.size(); index++) {
			places.addAll(places(node.get(index), at + "/" + index));
		}
		return places;
	}

	/**
	 * The body with another value in a place, or with none.
	 */
	private String with(JsonNode whole, String place, String value) {
		ObjectNode changed = (ObjectNode) whole.deepCopy();
		int slash = place.lastIndexOf('/');
		JsonNode owner = changed.at(place.substring(0, slash));
		String name = place.substring(slash + 1);
		if (owner instanceof ArrayNode list) {
			list.set(Integer.parseInt(name), "#");
		}
		else {
			((ObjectNode) owner).put(name, "#");
		}
		if (value.equals(ABSENT) && owner instanceof ObjectNode object) {
			object.remove(name);
		}
		return changed.toString().replace("\"#\"", value);
	}

	private MvcTestResult send(HttpMethod method, String path, String type, String body) {
		var request = this.mvc.method(method)
			.uri(path)
			.header("Authorization", "Bearer decisions")
			.content(body.getBytes(StandardCharsets.UTF_8));
		return (type.isEmpty() ? request : request.header("Content-Type", type)).exchange();
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	/** An operation, and a body that it takes. */
	private final class Endpoint {

		private final HttpMethod method;

		private final String path;

		private final String body;

		Endpoint(HttpMethod method, String path, String body) {
			this.method = method;
			this.path = path;
			this.body = body;
		}

		/**
		 * Sends bodies that differ in one way, and writes down what came of which.
		 */
		void send(String what, List<String> each, UnaryOperator<String> answer) {
			Map<String, List<String>> values = new LinkedHashMap<>();
			each.forEach((value) -> values.computeIfAbsent(answer.apply(value), (key) -> new ArrayList<>()).add(value));
			ApiFaultsTests.this.answers.append(plain(this.method + " " + this.path + " " + what + "\n"));
			values.forEach((key, same) -> ApiFaultsTests.this.answers.append("\t")
				.append(same.stream().map(this::brief).collect(Collectors.joining(" | ")))
				.append("\n\t\t")
				.append(key)
				.append('\n'));
		}

		void send(String body) {
			send("", List.of(body), (same) -> ask(JSON, same));
		}

		private String brief(String body) {
			String line = plain(body.replace("\n", ""));
			return (line.length() > 600) ? line.substring(0, 60) + "… " + line.length() : line;
		}

		String ask(String type, String body) {
			MvcTestResult answer = ApiFaultsTests.this.send(this.method, this.path, type, body);
			if (answer.getUnresolvedException() != null) {
				return "not answered";
			}
			if (answer.getResponse().getStatus() == 201 && this.path.endsWith("/profiles")) {
				String made = String.valueOf(answer.getResponse().getHeader("Location"));
				assertThat(ApiFaultsTests.this.send(HttpMethod.DELETE, made, JSON, "")).hasStatus(204);
			}
			return answer.getResponse().getStatus() + " " + plain(result(text(answer)));
		}

		private String result(String text) {
			if (text.length() > 20_000 || !text.startsWith("{") || text.indexOf('\n') > 0) {
				return text.substring(0, Math.min(text.length(), 300)).replace("\n", " ");
			}
			JsonNode answer = ApiFaultsTests.this.json.readTree(text);
			if (!answer.has("status") || !answer.has("title")) {
				return text;
			}
			return answer.path("type").asString().replace("about:blank", "") + answer.path("detail").asString() + answer
				.path("errors")
				.values()
				.stream()
				.map((fault) -> "\n\t\t\t" + fault.path("pointer").asString() + " " + fault.path("detail").asString())
				.sorted()
				.collect(Collectors.joining()) + (answer.has("taken") ? "\n\t\t\ttaken " + answer.path("taken") : "");
		}

		/**
		 * Without what is another in each run.
		 */
		private String plain(String text) {
			return text.replace(ApiFaultsTests.this.page, "PAGE")
				.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
				.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z", "NOW")
				.replaceAll("\"proposition\":\"[\\w-]{60,}\"", "\"proposition\":\"NAME\"")
				.replaceAll("\"url\":\"[^\"]*\"", "URL")
				.replaceAll("x{100,}", "X");
		}

	}

}
