package dev.sayso.account.security;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiScope;
import dev.sayso.account.token.ApiTokenForm;
import dev.sayso.account.token.ApiTokenManagement;
import dev.sayso.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told to who sends too slowly. So many others of their network wait that nobody
 * is waited for long.
 */
@ProductTest
class SlowBodyTests {

	@LocalServerPort
	int port;

	@Autowired
	ApiTokenManagement tokens;

	private final List<Socket> others = new ArrayList<>();

	@BeforeEach
	void others() throws IOException {
		for (int i = 0; i < BodyWaits.OF_ONE_NETWORK; i++) {
			this.others.add(send("POST /login", "application/x-www-form-urlencoded", ""));
		}
	}

	@AfterEach
	void hangUp() throws IOException {
		for (Socket socket : this.others) {
			socket.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/login, application/x-www-form-urlencoded, en, That came too slowly",
			"/login, application/x-www-form-urlencoded, fr, L’envoi était trop lent",
			"/imports, multipart/form-data; boundary=p, nl, Dat kwam te langzaam binnen",
			"/p/preferences, application/x-www-form-urlencoded, en, Your form did not arrive whole",
			"/p/preferences, multipart/form-data; boundary=p, fr, Votre formulaire n’est pas arrivé en entier",
			"/p/any/thing, application/x-www-form-urlencoded, nl, Uw formulier is niet volledig aangekomen" })
	void aPersonIsToldInTheirLanguage(String path, String type, String language, String title) throws IOException {
		assertThat(HtmlUtils.htmlUnescape(answer("POST " + path, type, "Accept-Language: " + language + "\r\n")))
			.startsWith("HTTP/1.1 408")
			.contains("<h1>" + title + "</h1>");
	}

	@Test
	void aProgramIsToldByAProblem() throws IOException {
		String token = this.tokens.create(new ApiTokenForm("Shop", EnumSet.of(ApiScope.PROFILES)), Actor.system());
		assertThat(answer("POST /api/v1/profiles", "application/json", "Authorization: Bearer " + token + "\r\n"))
			.startsWith("HTTP/1.1 408")
			.contains("application/problem+json", "\"status\":408", "The body came too slowly; nothing was changed.");
	}

	private String answer(String target, String type, String header) throws IOException {
		try (Socket socket = send(target, type, header)) {
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** Sends a part of a body, and leaves it at that. */
	private Socket send(String target, String type, String header) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.port);
		socket.getOutputStream()
			.write((target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + header
					+ "Content-Length: 900\r\n\r\n--p\r\na")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

}
