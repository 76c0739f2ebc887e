package dev.sayso.decision.outcome;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.offer.Cap;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Caps hold exactly, however many ask at once.
 */
@ProductTest
class CapsTests {

	static final int CLIENTS = 64;

	static final int EACH = 10;

	@Autowired
	ApplicationContext sayso;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	/** All that serve the store. */
	List<ApplicationContext> instances() {
		return List.of(this.sayso);
	}

	@Test
	void noCapIsEverOverdrawnAndNoneIsLeftUnspent() throws Exception {
		DecisionSamples samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(says("first", "web", "First").priority(90)
				.caps(new Cap(Cap.Event.DECISION, false, 100, Cap.Period.DAY),
						new Cap(Cap.Event.DECISION, true, 40, Cap.Period.MONTH)),
					says("twice", "web", "Twice").priority(80)
						.caps(new Cap(Cap.Event.DECISION, true, 2, Cap.Period.EVER)),
					says("fifty", "web", "Fifty").priority(70)
						.caps(new Cap(Cap.Event.DECISION, false, 50, Cap.Period.WEEK)),
					says("open", "web", "Open").priority(1))
			.collection("all", "first", "twice", "fifty", "open");
		samples.live("hero", "", scope("web", "all"));
		List<ProfileId> crowd = Stream.generate(this.people::somebody).limit(8).toList();
		List<ApplicationContext> instances = instances();
		for (ApplicationContext instance : instances) {
			// so that each has assembled what is live
			send(instance, "{\"dryRun\":true,\"scopes\":[{\"decision\":\"hero\"}]}");
		}
		Map<String, Integer> shown = new TreeMap<>();
		for (String body : ask(instances, crowd)) {
			JsonPath.<List<String>>read(body, "$.propositions[0].items[*].offer")
				.forEach((offer) -> shown.merge(offer, 1, Integer::sum));
		}
		assertThat(shown).containsEntry("first", 100).containsEntry("twice", 16).containsEntry("fifty", 50);
		assertThat(this.jdbc.sql("""
				select o.slug, sum(c.taken) from cap_count c join offer o on o.id = c.offer_id
				where c.cap like 'decision.all.%' group by o.slug order by o.slug""")
			.query((row, number) -> row.getString(1) + " " + row.getInt(2))
			.list()).containsExactly("fifty 50", "first 100");
		instances.forEach((one) -> one.getBean(OutcomeWriter.class).write());
		assertThat(this.jdbc.sql("select count(*) from proposition").query(Integer.class).single())
			.isEqualTo(CLIENTS * EACH);
		Map<String, Long> counted = new TreeMap<>();
		shown.forEach((offer, many) -> counted.put(offer, (long) many));
		assertThat(samples.counted("decision")).isEqualTo(counted);
	}

	@Test
	void dryRunsSeeTheCapsAndTakeNothing() throws Exception {
		new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(says("once", "web", "Once").caps(new Cap(Cap.Event.DECISION, false, 1, Cap.Period.DAY)))
			.collection("all", "once")
			.live("hero", "", scope("web", "all"));
		String ask = "{\"scopes\":[{\"decision\":\"hero\"}]";
		for (int again = 0; again < 3; again++) {
			assertThat(send(this.sayso, ask + ",\"dryRun\":true}")).contains("\"PICKED\"");
		}
		assertThat(send(this.sayso, ask + "}")).contains("\"PICKED\"");
		assertThat(send(this.sayso, ask + "}")).contains("\"CAPPED\"");
		assertThat(send(this.sayso, ask + ",\"explain\":true,\"dryRun\":true}")).contains("CAPPED",
				"A cap is spent: at most 1 decision in all a day.");
	}

	private List<String> ask(List<ApplicationContext> instances, List<ProfileId> crowd) throws Exception {
		CountDownLatch begin = new CountDownLatch(1);
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		try {
			List<Future<List<String>>> answers = new ArrayList<>();
			for (int client = 0; client < CLIENTS; client++) {
				int who = client;
				Callable<List<String>> context = () -> {
					begin.await();
					List<String> bodies = new ArrayList<>();
					for (int turn = 0; turn < EACH; turn++) {
						ProfileId person = crowd.get((who + turn) % crowd.size());
						bodies.add(send(instances.get((who + turn) % instances.size()), "{\"profile\":\"" + person
								+ "\",\"itemCount\":" + (1 + who % 2) + ",\"scopes\":[{\"decision\":\"hero\"}]}"));
					}
					return bodies;
				};
				answers.add(clients.submit(context));
			}
			begin.countDown();
			List<String> bodies = new ArrayList<>();
			for (Future<List<String>> answer : answers) {
				bodies.addAll(answer.get());
			}
			return bodies;
		}
		finally {
			clients.shutdownNow();
		}
	}

	String send(ApplicationContext instance, String body) throws IOException, InterruptedException {
		return post(instance, "/api/v1/decisions", body, 200);
	}

	String post(ApplicationContext instance, String path, String body, int status)
			throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + instance.getEnvironment().getProperty("local.server.port") + path))
			.header("Authorization", "Bearer decisions")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return answer.body();
	}

}
