package dev.sayso.account.security;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A call as it goes over the wire, which no client tidies.
 */
final class RawCall {

	private RawCall() {
	}

	/** What came back, with its headers. */
	record Answer(String text) {

		/** The values of a header; empty where it is not there. */
		String header(String name) {
			return this.text.substring(0, this.text.indexOf("\r\n\r\n"))
				.lines()
				.filter((line) -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
				.map((line) -> line.substring(name.length() + 2))
				.collect(Collectors.joining(","));
		}

		int status() {
			return Integer.parseInt(this.text.substring(9, 12));
		}

		/** Without the lengths of its chunks. */
		String body() {
			String body = this.text.substring(this.text.indexOf("\r\n\r\n") + 4);
			return body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
		}

	}

	static Answer send(int port, String method, String path, String token) throws IOException {
		return send(port, method, path, "{}", "Authorization: Bearer " + token, "Content-Type: application/json");
	}

	static Answer send(int port, String method, String path, String body, String... headers) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
					+ String.join("\r\n", headers) + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
			socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
			return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
	}

}
