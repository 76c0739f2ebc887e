package dev.sayso.shared.page;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends lines that no client sends, byte by byte.
 */
@ProductTest
class BareErrorReportTests {

	private static final String SENTENCE = "This request cannot be read, and nothing was changed.";

	private static final String PROBLEM = "{\"detail\":\"The request cannot be read.\",\"instance\":\"";

	@LocalServerPort
	int port;

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "GET /a b|{} HTTP/1.1;400", "GET /%zz HTTP/1.1;400", "GET /a\u0001b HTTP/1.1;400",
					"GET /a%00b HTTP/1.1;400", "G{T / HTTP/1.1;400", "GET / HTTP/9.9;505", "nothing at all;400",
					"GET /é HTTP/1.1;400", "GET /api/v1/\u0001 HTTP/1.1;400" })
	void whatTheServerCannotReadIsRefusedInASentence(String line, int status) throws IOException {
		assertThat(send(line)).startsWith("HTTP/1.1 " + status)
			.contains("Content-Type: text/plain", "nosniff", SENTENCE)
			.doesNotContain("Tomcat", "<");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "GET /api/v1/a b|{} HTTP/1.1;/api/v1/a;400",
			"GET /api/v1/%zz HTTP/1.1;/api/v1/%25zz;400", "GET /api/v1/profiles HTTP/9.9;/api/v1/profiles;505" })
	void programsAreRefusedAsEverywhereInTheApi(String line, String instance, int status) throws IOException {
		assertThat(send(line)).startsWith("HTTP/1.1 " + status)
			.contains("Content-Type: application/problem+json", PROBLEM + instance + "\",\"status\":" + status)
			.doesNotContain("Tomcat");
	}

	private String send(String line) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
