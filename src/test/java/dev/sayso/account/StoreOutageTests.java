package dev.sayso.account;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

import dev.sayso.ProductTest;
import dev.sayso.account.security.SignInTests;
import dev.sayso.account.token.ApiScope;
import dev.sayso.account.token.ApiTokenForm;
import dev.sayso.account.token.ApiTokenManagement;
import dev.sayso.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes all connections away, as a store that is down does, and gives them back.
 */
@ProductTest
class StoreOutageTests {

	/** How long the product waits for a connection here, in milliseconds. */
	private static final long PATIENCE = 250;

	@Autowired
	DataSource store;

	@Autowired
	Accounts accounts;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	ApiTokenManagement tokens;

	@LocalServerPort
	int port;

	@Test
	void everythingSaysSoAndRecoversByItself() throws SQLException {
		this.accounts.save(Account.create("operator", "Sofie", this.passwords.encode(SignInTests.PASSWORD),
				Role.OPERATOR, Instant.EPOCH));
		String token = this.tokens.create(new ApiTokenForm("Shop", EnumSet.of(ApiScope.PROFILES)), Actor.system());
		ConsoleSession session = new ConsoleSession(this.port);
		session.signIn("operator", SignInTests.PASSWORD);
		HikariDataSource pool = this.store.unwrap(HikariDataSource.class);
		List<Connection> taken = new ArrayList<>();
		long usual = pool.getConnectionTimeout();
		try {
			for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
				taken.add(this.store.getConnection());
			}
			pool.setConnectionTimeout(PATIENCE);
			isPlain(session.get("/account"));
			isPlain(session.get("/profiles"));
			assertThat(new ConsoleSession(this.port).get("/login").statusCode()).isEqualTo(200);
			isPlain(new ConsoleSession(this.port).signIn("operator", SignInTests.PASSWORD));
			isProblem(call(token));
			assertThat(session.get("/app.css").statusCode()).isEqualTo(200);
		}
		finally {
			pool.setConnectionTimeout(usual);
			for (Connection connection : taken) {
				connection.close();
			}
		}
		assertThat(session.get("/account").statusCode()).isEqualTo(200);
		assertThat(call(token).statusCode()).isEqualTo(404);
	}

	private void isPlain(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(answer.body()).contains("We cannot reach our store").doesNotContain("Exception", "Hikari", "select");
	}

	private void isProblem(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(answer.body()).contains("\"status\":503").doesNotContain("Exception", "Hikari");
	}

	private HttpResponse<String> call(String token) {
		return new ConsoleSession(this.port).send(HttpRequest
			.newBuilder(URI.create(
					"http://127.0.0.1:" + this.port + "/api/v1/profiles/00000000-0000-0000-0000-000000000000/ledger"))
			.header("Authorization", "Bearer " + token)
			.build());
	}

}
