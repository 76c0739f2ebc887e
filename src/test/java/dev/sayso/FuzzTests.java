package dev.sayso;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sayso.crawl.Crawl;
import dev.sayso.crawl.DrawnForm;
import dev.sayso.crawl.HostileInput;
import dev.sayso.crawl.LogWatch;
import dev.sayso.crawl.PlainBrowser;
import dev.sayso.crawl.PlainBrowser.Answer;
import dev.sayso.crawl.StoreCopy;
import dev.sayso.crawl.UrlPatterns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a client sends, the product answers: no request is its failure, no stack trace
 * stands in its log, and nothing of what was typed. With {@code -Pouter} longer, and with
 * another seed each time.
 */
@DemoTest
@Tag("fuzz")
@TestPropertySource(properties = "sayso.test.store=one that may be changed")
class FuzzTests {

	private static final boolean OUTER = Boolean.getBoolean("sayso.outer");

	private static final long SEED = Long.getLong("sayso.seed", OUTER ? System.nanoTime() : 12);

	/** How often each operation and each form is tried. */
	private static final int OPERATION_TURNS = OUTER ? 2000 : 20;

	private static final int FORM_TURNS = 30;

	/** A longer line is refused before anybody knows where it goes. */
	private static final int LONGEST_LINE = 8000;

	private static final String FLAGS = "/ofrep/v1/evaluate/flags";

	/** Bodies of operations whose description shows none. */
	private static final String ANY_BODY = """
			{"profile":"externalId:demo-1","profiles":["externalId:demo-1"],"page":"preferences","type":"click","id":"e-1",
			"scopes":[{"decision":"home-hero","placement":"web-hero"}],"context":{"targetingKey":"externalId:demo-1","a":1},
			"itemCount":1,"language":"fr","explain":true,"dryRun":false,"email":"a@post.example","firstName":"Ann"}""";

	private static final List<String> TYPES = List.of("application/json", "application/json", "application/json",
			"application/merge-patch+json", "multipart/form-data", "multipart/form-data; boundary=x",
			"application/x-www-form-urlencoded", "text/plain", "application/json;charset=nonsense", "*/*", "nonsense");

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	private final JsonMapper json = new JsonMapper();

	private final Random random = new Random(SEED);

	private final List<String> faults = new ArrayList<>();

	private PlainBrowser browser;

	@BeforeEach
	void come() {
		this.browser = new PlainBrowser(this.port);
	}

	@Test
	void everyOperationAnswersWhateverItIsSent() {
		StoreCopy before = new StoreCopy(this.jdbc, this.folder);
		JsonNode paths = this.json.readTree(api("GET", "/api/v1/openapi.json", null, null).body()).path("paths");
		try (LogWatch log = LogWatch.open()) {
			paths.properties().forEach((path) -> path.getValue().properties().forEach((operation) -> {
				for (int turn = 0; turn < OPERATION_TURNS; turn++) {
					tryOperation(operation.getKey(), path.getKey(), operation.getValue(), log);
				}
			}));
			for (int turn = 0; turn < OPERATION_TURNS; turn++) {
				tryOperation("post", FLAGS + "/{key}", this.json.createObjectNode(), log);
				tryOperation("post", FLAGS, this.json.createObjectNode(), log);
			}
			assertQuiet();
		}
		finally {
			before.restore();
		}
	}

	@Test
	@Tag("outer")
	void everyFormAnswersWhateverItIsSent() {
		StoreCopy before = new StoreCopy(this.jdbc, this.folder);
		this.browser.signIn("admin");
		UrlPatterns patterns = new UrlPatterns(this.requestMappingHandlerMapping);
		Crawl crawl = new Crawl(this.browser, patterns, 1).from("/", "/p/preferences", "/login");
		try (LogWatch log = LogWatch.open()) {
			for (DrawnForm form : crawl.forms().values()) {
				boolean session = !List.of("/account/sessions", "/logout").contains(form.action());
				for (int turn = 0; turn < FORM_TURNS && session; turn++) {
					DrawnForm wrong = HostileInput.mutate(form, this.random);
					PlainBrowser sender = form.page().matches("/[pu]/.*") ? new PlainBrowser(this.port) : this.browser;
					judge(sender.send(wrong), wrong + " " + changes(form, wrong), log);
				}
			}
			for (Answer page : crawl.answers()) {
				for (int turn = 0; turn < FORM_TURNS; turn++) {
					String address = address(page.path());
					judge(this.browser.open(address), address, log);
				}
			}
			assertQuiet();
		}
		finally {
			before.restore();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					PATCH | /api/v1/profiles/externalId:demo-2/consents | application/json | {"marketing":{"email":{"val":"n","time":[]}}} | 422
					PATCH | /api/v1/profiles/externalId:demo-2/consents | application/json | {"collect":{"val":"n","time":{"a":1}}} | 422
					PATCH | /api/v1/profiles/externalId:demo-2 | multipart/form-data | {} | 415
					POST | /api/v1/decisions | multipart/form-data;charset=utf-8 | x | 415
					GET | /api/v1/profiles/a%00b | text/plain | '' | 400
					GET | /api/v1/profiles/..%2F..%2Fetc | text/plain | '' | 404
					GET | /api/v1/profiles?limit=many | text/plain | '' | 400
					PUT | /api/v1/profiles | application/json | {} | 405
					GET | /api/v1/decisions/home-hero/outcomes?to=-999999999-01-01 | text/plain | '' | 400
					GET | /api/v1/decisions/home-hero/outcomes?from=%2B12026-01-01 | text/plain | '' | 400
					DELETE | /api/v1/profiles/%25s | multipart/form-data | x | 404
					PATCH | /api/v1/profiles/externalId:demo-2 | application/x-www-form-urlencoded | a=%s | 415
					""")
	void whatTheApiCannotReadIsAProblem(String method, String path, String type, String body, int status) {
		try (LogWatch log = LogWatch.open()) {
			HttpRequest.Builder request = this.browser.request(path)
				.header("Authorization", "Bearer sayso-demo-token")
				.header("Content-Type", type)
				.method(method, BodyPublishers.ofString(body));
			Answer answer = this.browser.send(request.build());
			assertThat(answer.status()).as(answer.body()).isEqualTo(status);
			judgeProblem(answer, path);
			judge(answer, path, log);
			assertQuiet();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/settings/attributes/new | /settings/attributes | type | 1.5
			/settings/attributes/new | /settings/attributes | type | TEXT,DATE
			/settings/accounts/new | /settings/accounts | role | EMPEROR
			/settings/api-tokens/new | /settings/api-tokens | scopes | everything
			/offers/new | /offers/draft | texts[0].place | web-hero
			/offers/new | /offers/draft | texts[999].place | .,,*.
			/offers/new | /offers/draft | caps[99999].limit | 1
			/offers/new | /offers | caps[x].limit | 1
			/offers/new | /offers | caps[0 | 1
			/offers/new | /offers | version | [0]
			/imports/new | /imports | name[0].x | y
			/imports/new | /imports | file | ''
			/exports/new | /exports | condition | {"all":[{"all":[{"all":[]}]}]}
			/exports/new | /exports | channel | pigeon
			""")
	void aFormWithAValueThatItsPageNeverOffersIsRefused(String page, String action, String field, String value) {
		this.browser.signIn("admin");
		DrawnForm form = DrawnForm.of(page, this.browser.open(page).page())
			.stream()
			.filter((drawn) -> drawn.action().equals(action) && !drawn.enhanced())
			.findFirst()
			.orElseThrow();
		try (LogWatch log = LogWatch.open()) {
			judge(this.browser.send(form.with(field, value)), action + " " + field + "=" + value, log);
			assertQuiet();
		}
	}

	@Test
	void aLongAddressIsRepeatedWhereItHasToBe() {
		try (LogWatch log = LogWatch.open()) {
			String address = "/api/docs?who=" + "x".repeat(20_000);
			judge(this.browser.open(address), address, log);
			assertQuiet();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/imports", "/profiles", "/account/preferences", "/login", "/p/preferences" })
	void aFormThatCannotBeTakenApartIsRefused(String path) {
		this.browser.signIn("admin");
		String body = "--x\r\nContent-Disposition: form-data; name=\"a\"; more=\"" + "y".repeat(600)
				+ "\"\r\n\r\n1\r\n--x--\r\n";
		try (LogWatch log = LogWatch.open()) {
			Answer answer = this.browser.send(this.browser.request(path)
				.header("Content-Type", "multipart/form-data; boundary=x")
				.POST(BodyPublishers.ofString(body))
				.build());
			assertThat(answer.status()).isBetween(400, 499);
			assertThat(answer.isPage()).isTrue();
			judge(answer, path, log);
			assertQuiet();
		}
	}

	private void tryOperation(String method, String path, JsonNode operation, LogWatch log) {
		StringBuilder address = new StringBuilder(filled(path));
		String sign = "?";
		for (JsonNode parameter : operation.path("parameters")) {
			if (parameter.path("in").asString("").equals("query") && this.random.nextInt(3) == 0) {
				address.append(sign)
					.append(encode(parameter.path("name").asString("")))
					.append('=')
					.append(encode(hostile()));
				sign = "&";
			}
		}
		boolean bodied = !method.equals("get");
		String type = bodied ? TYPES.get(this.random.nextInt(TYPES.size())) : null;
		String body = bodied ? body(operation) : null;
		Answer answer = api(method.toUpperCase(java.util.Locale.ROOT), address.toString(), type, body);
		String request = method + " " + shortened(address) + " " + type + " " + shortened(String.valueOf(body));
		judge(answer, request, log);
		if (answer.status() >= 400 && address.length() < LONGEST_LINE && !path.startsWith(FLAGS)) {
			judgeProblem(answer, request);
		}
	}

	private void judge(Answer answer, String request, LogWatch log) {
		if (answer.status() >= 500) {
			this.faults.add(request + " is answered " + answer.status());
		}
		if (!log.alarms().isEmpty()) {
			this.faults.add(request + " is logged as " + shortened(log.alarms()));
		}
		if (!log.linesWith(HostileInput.MARK).isEmpty()) {
			this.faults.add(request + " is told to the log: " + shortened(log.linesWith(HostileInput.MARK)));
		}
		log.forget();
	}

	/**
	 * Errors of the API are problem details (RFC 9457).
	 */
	private void judgeProblem(Answer answer, String request) {
		boolean problem = answer.type().startsWith("application/problem+json");
		JsonNode body = problem ? this.json.readTree(answer.body()) : this.json.createObjectNode();
		for (String member : List.of("type", "title", "status", "detail")) {
			if (!body.hasNonNull(member)) {
				this.faults
					.add(request + " is answered " + answer.status() + " " + answer.type() + " without " + member);
				return;
			}
		}
	}

	private void assertQuiet() {
		assertThat(this.faults).as("with -Dsayso.seed=%s, %s faults", SEED, this.faults.size()).isEmpty();
	}

	/**
	 * A path with something in its variables: mostly what there is, else anything.
	 */
	private String filled(String path) {
		return Pattern.compile("\\{(\\w+)}").matcher(path).replaceAll((variable) -> {
			boolean sane = this.random.nextInt(4) > 0;
			return Matcher.quoteReplacement(encode(sane ? known(path) : hostile()));
		});
	}

	private String known(String path) {
		if (path.contains("/profiles/")) {
			return "externalId:demo-" + (1 + this.random.nextInt(400));
		}
		return path.contains("/audiences/") ? "consents-to-personalization"
				: (path.contains("/propositions/") ? "00000000-0000-4000-8000-000000000000" : "home-hero");
	}

	/**
	 * An address of the console with something else in its query.
	 */
	private String address(String address) {
		if (!address.contains("?") || this.random.nextInt(4) == 0) {
			List<String> common = List.of("q", "page", "before", "after", "sort", "status", "of", "profile", "who",
					"at", "language", "from", "to", "type", "condition", "shown", "tab", "find", "origin", "purpose",
					"when", "lang", "version");
			return address + (address.contains("?") ? "&" : "?") + common.get(this.random.nextInt(common.size())) + "="
					+ encode(hostile());
		}
		return address.replaceFirst("=[^&]*(&|$)", Matcher.quoteReplacement("=" + encode(hostile())) + "$1");
	}

	private String body(JsonNode operation) {
		JsonNode example = operation.path("requestBody").findPath("example");
		if (example.isMissingNode()) {
			example = operation.path("requestBody").findPath("value");
		}
		JsonNode base = example.isObject() ? example : this.json
			.readTree((example.isString() && example.asString("").startsWith("{")) ? example.asString("") : ANY_BODY);
		String body = this.json.writeValueAsString(HostileInput.mutate(base, this.random));
		return switch (this.random.nextInt(16)) {
			case 0 -> body.substring(0, this.random.nextInt(body.length() + 1));
			case 1 -> body.replaceFirst(":", ":" + "9".repeat(100_000) + ",\"x\":");
			case 2 -> "[".repeat(5000) + body;
			case 3 -> body.replaceFirst("\\{", "{\"profile\":1,\"profile\":\"\\\\ud800\",\"email\":\"\\\\u0000\",");
			case 4 -> "";
			default -> body;
		};
	}

	private String hostile() {
		return HostileInput.text(this.random);
	}

	private Answer api(String method, String address, @org.jspecify.annotations.Nullable String type,
			@org.jspecify.annotations.Nullable String body) {
		HttpRequest.Builder request = this.browser.request(address).header("Authorization", "Bearer sayso-demo-token");
		if (type != null) {
			request.header("Content-Type", type);
		}
		if (this.random.nextInt(10) == 0) {
			request.header("If-Match", "\"" + HostileInput.MARK + "\"").header("Accept", "image/png");
		}
		return this.browser
			.send(request.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
				.build());
	}

	/**
	 * What differs from the form as it was drawn.
	 */
	private static String changes(DrawnForm form, DrawnForm wrong) {
		List<DrawnForm.Field> more = new ArrayList<>(wrong.fields());
		List<DrawnForm.Field> less = new ArrayList<>(form.fields());
		form.fields().forEach(more::remove);
		wrong.fields().forEach(less::remove);
		return "with " + shortened(more) + " instead of " + shortened(less);
	}

	private static String shortened(Object text) {
		String one = String.valueOf(text).replaceAll("(.)\\1{30,}", "$1…");
		return (one.length() > 600) ? one.substring(0, 600) + "…" : one;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
