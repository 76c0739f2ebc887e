package dev.sayso.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.sayso.DemoTest;
import dev.sayso.account.SignIn;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that whoever takes a file about people stands in the log of exports and in the
 * activity, whichever page or endpoint gave it.
 */
@DemoTest
class PeopleFilesTests {

	/** Files with nobody in them: sums, settings, and what was done by whom. */
	private static final List<String> NOBODY = List.of("/receivers.csv", "/activity.csv",
			"/landing-pages/{id}/results.csv", "/decisions/{id}/outcomes.csv");

	/** What the rows of {@link #isInTheLog} take by their patterns. */
	private static final List<String> LOGGED = List.of("/profiles/{id}/history.csv", "/receipts/{id}.zip",
			"/policies/{id}/left-out.csv", "/policies/{id}/moves.csv", "/imports/{id}/rejects.csv");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping handlers;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET  | /profiles/{profile}/history.csv   | History of a person                   | audit
			GET  | /receipts/{receipt}.zip           | Receipt of a person                   | audit
			GET  | /policies/{policy}/left-out.csv   | People whom a policy leaves out       | audit
			GET  | /policies/{policy}/moves.csv      | People whom a draft of a policy moves | audit
			POST | /receivers/{receiver}/files       | Noes for a receiver to obey           | -
			GET  | /imports/{import}/rejects.csv     | Rejected rows of an import            | audit
			POST | /api/v1/decision-batches          | Decisions for many people             | -
			GET  | /api/v1/audiences/{audience}/members | Profiles                           | -
			POST | /exports                          | Profiles                              | audit
			""")
	void isInTheLog(String method, String path, String kind, String auditor) {
		String url = filled(path);
		boolean audits = auditor.equals("audit");
		int before = entries();
		MvcTestResult taken = path.startsWith("/api/") ? api(method, url) : method.equals("GET")
				? this.mvc.get().uri(url).with(SignIn.auditor()).exchange()
				: this.mvc.post().uri(url).with(audits ? SignIn.auditor() : SignIn.operator()).with(csrf()).exchange();
		assertThat(taken).hasStatusOk();
		assertThat(entries()).isEqualTo(before + 1);
		assertThat(newest("/exports", "[data-test=file]").text()).contains(kind).doesNotContain("not to its end");
		assertThat(newest("/activity?type=export", ".log li, .rows li, tbody tr").text()).contains("exported");
	}

	@Test
	void noFileIsForgotten() {
		List<String> files = this.handlers.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((path) -> path.matches(".*\\.(csv|zip|ndjson)"))
			.distinct()
			.toList();
		assertThat(new TreeSet<>(files))
			.isEqualTo(Stream.concat(NOBODY.stream(), LOGGED.stream()).collect(Collectors.toCollection(TreeSet::new)));
	}

	private String filled(String path) {
		Map<String, Function<String, String>> ids = Map.of("profile", (name) -> id("select id from profile"), "receipt",
				(name) -> id("select e.id from ledger_entry e join profile p on p.id = e.profile_id"), "policy",
				(name) -> id("select slug from consent_policy where draft is not null"), "receiver",
				(name) -> id("select id from receiver"), "audience", (name) -> id("select slug from audience"),
				"import", (name) -> upload());
		String url = path;
		for (Map.Entry<String, Function<String, String>> id : ids.entrySet()) {
			String name = "{" + id.getKey() + "}";
			url = url.contains(name) ? url.replace(name, id.getValue().apply(name)) : url;
		}
		return url;
	}

	private String id(String sql) {
		return this.jdbc.sql(sql + " fetch first 1 row only").query(String.class).single();
	}

	private String upload() {
		String columns = this.mvc.post()
			.uri("/imports")
			.multipart()
			.file(new MockMultipartFile("file", "people.csv", "text/csv",
					"email\na@x.example\n".getBytes(StandardCharsets.UTF_8)))
			.with(csrf())
			.with(SignIn.operator())
			.exchange()
			.getResponse()
			.getRedirectedUrl();
		return Objects.requireNonNull(columns).split("/")[2];
	}

	private MvcTestResult api(String method, String url) {
		var request = method.equals("GET") ? this.mvc.get().uri(url) : this.mvc.post()
			.uri(url)
			.contentType("application/json")
			.content("{\"dryRun\":true,\"scopes\":[{\"decision\":\"" + id("select slug from decision") + "\"}]}");
		return request.header("Authorization", "Bearer sayso-demo-token").exchange();
	}

	private int entries() {
		return this.jdbc.sql(
				"select (select count(*) from file_export where people is not null) + (select count(*) from people_file where row_count is not null)")
			.query(Integer.class)
			.single();
	}

	private Element newest(String path, String rows) {
		MvcTestResult page = this.mvc.get().uri(path).with(SignIn.auditor()).exchange();
		assertThat(page).hasStatusOk();
		return Objects
			.requireNonNull(Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
				.select("main")
				.select(rows)
				.first());
	}

}
