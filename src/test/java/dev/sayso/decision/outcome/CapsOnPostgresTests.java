package dev.sayso.decision.outcome;

import java.util.List;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import dev.sayso.OnPostgres;
import dev.sayso.Sayso;
import dev.sayso.decision.DecisionSamples;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same on two instances over one store.
 */
@OnPostgres
class CapsOnPostgresTests extends CapsTests {

	private @Nullable ConfigurableApplicationContext second;

	@AfterEach
	void stop() {
		if (this.second != null) {
			this.second.close();
		}
	}

	@Override
	List<ApplicationContext> instances() {
		this.second = start();
		return List.of(this.sayso, this.second);
	}

	private ConfigurableApplicationContext start() {
		String[] same = Stream
			.of("sayso.data", "sayso.secret-key", "sayso.db.url", "sayso.db.user", "sayso.db.password",
					"sayso.admin-password", "server.address")
			.map((name) -> "--" + name + "=" + this.sayso.getEnvironment().getProperty(name))
			.toArray(String[]::new);
		SpringApplication application = new SpringApplication(Sayso.class);
		application.setRegisterShutdownHook(false);
		return application.run(Stream.concat(Stream.of(same), Stream.of("--server.port=0")).toArray(String[]::new));
	}

	@Test
	void whatOneInstanceAnsweredTheOtherHearsOfAndAnOrderlyStopLosesNothing() throws Exception {
		DecisionSamples samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(says("open", "web", "Open"))
			.collection("all", "open");
		samples.live("hero", "", scope("web", "all"));
		ApplicationContext other = instances().get(1);
		String ask = "{\"scopes\":[{\"decision\":\"hero\"}]}";
		for (int turn = 0; turn < 5; turn++) {
			String id = JsonPath.read(send(other, ask), "$.propositions[0].id");
			post(this.sayso, "/api/v1/propositions/" + id + "/events", "{\"type\":\"click\",\"id\":\"a\"}", 204);
			post(other, "/api/v1/propositions/" + id + "/events", "{\"type\":\"click\",\"id\":\"a\"}", 204);
		}
		assertThat(samples.counted("click")).containsEntry("open", 5L);
		for (int turn = 0; turn < 20; turn++) {
			send(other, ask);
		}
		stop();
		assertThat(samples.counted("decision")).containsEntry("open", 25L);
		assertThat(this.jdbc.sql("select count(*) from proposition").query(Integer.class).single()).isEqualTo(25);
	}

}
