package dev.sayso.benchmark;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.sayso.store.DurableFilePath;

/**
 * The same parts without the product: the limit that the product's figures are held
 * against.
 */
@EnableAutoConfiguration
@Import({ BareHandlers.class, BareMembers.class, BareDecision.class, BareChecks.class })
public class Bare {

	public static void main(String[] args) {
		DurableFilePath.register();
		SpringApplication.run(Bare.class, args);
	}

	@Bean
	ApplicationRunner ready(WebServerApplicationContext server, JdbcTemplate jdbc, Environment environment) {
		return (arguments) -> {
			if (environment.containsProperty("bare.people")) {
				jdbc.execute("create table bare_state (id int primary key, content varchar(200))");
				jdbc.execute("create table bare_row (id uuid primary key, state_id int, content varchar(1000))");
				jdbc.execute("create index bare_row_ix on bare_row (state_id)");
				for (int id = 0; id < environment.getRequiredProperty("bare.people", int.class); id++) {
					jdbc.update("insert into bare_state values (?, ?)", id, "nothing yet");
				}
			}
			System.out.println("Sayso, bare, at http://localhost:" + server.getWebServer().getPort() + "/");
		};
	}

}
