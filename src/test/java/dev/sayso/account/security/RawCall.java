package dev.sayso.account.security;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A call as it goes over the wire, which no client tidies.
 */
final class RawCall {

	private RawCall() {
	}

	/** What came back, with its headers. */
	record Answer(String text) {

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
		try (Socket socket = new Socket("127.0.0.1", port)) {
			String head = method + " " + path
					+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
					+ "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
			socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
			return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
	}

}
