package dev.sayso.decision.api;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.contact.feed.ChangesSeen;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a web page learns of a change of mind without asking again and again.
 */
@ProductTest
class EventStreamsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	EventStreams streams;

	@Autowired
	ApplicationEventPublisher events;

	@LocalServerPort
	int port;

	@BeforeEach
	void token() {
		ApiTokenSamples.add(this.jdbc, "site", "site", "decisions");
	}

	@Test
	void aStreamSaysThatItsPersonChangedAndNobodyElse() throws Exception {
		ProfileId person = this.people.somebody();
		HttpResponse<InputStream> stream = open(address(person.toString()));
		assertThat(stream.statusCode()).isEqualTo(200);
		assertThat(stream.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/event-stream"));
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
			assertThat(lines.readLine()).isEqualTo(":open");
			this.events.publishEvent(new ChangesSeen(List.of(this.people.somebody()), false));
			this.events.publishEvent(new ChangesSeen(List.of(person), false));
			StringBuilder told = new StringBuilder();
			while (!told.toString().contains("data:")) {
				told.append(lines.readLine()).append('\n');
			}
			assertThat(told.toString()).contains("event:message", "refetchEvaluation").containsOnlyOnce("data:");
		}
	}

	@Test
	void theAddressStaysTheSameForAWhileAndAForgedOneOpensNothing() throws Exception {
		String address = address("");
		assertThat(address("")).isEqualTo(address);
		assertThat(open(address + "A").statusCode()).isEqualTo(404);
		assertThat(this.streams.read(address.replaceFirst(".*/", ""))).isPresent();
	}

	@Test
	void whatAStreamSaidMayComeBackWithTheNextQuestion() {
		assertThat(bulk("?flagConfigEtag=%22a%22&flagConfigLastModified=1771622898", "{\"context\":{}}")).hasStatusOk();
	}

	/** The path that a bulk answer names. */
	private String address(String key) throws Exception {
		MvcTestResult answer = bulk("", "{\"context\":{\"targetingKey\":\"" + key + "\"}}");
		String body = answer.getResponse().getContentAsString();
		assertThat(JsonPath.<String>read(body, "$.eventStreams[0].type")).isEqualTo("sse");
		assertThat(JsonPath.<Integer>read(body, "$.eventStreams[0].inactivityDelaySec")).isPositive();
		return URI.create(JsonPath.read(body, "$.eventStreams[0].url")).getPath();
	}

	private MvcTestResult bulk(String query, String body) {
		return this.mvc.post()
			.uri(URI.create("/ofrep/v1/evaluate/flags" + query))
			.header("Authorization", "Bearer site")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private HttpResponse<InputStream> open(String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).build(),
					BodyHandlers.ofInputStream());
	}

}
