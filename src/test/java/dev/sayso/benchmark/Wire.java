package dev.sayso.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept alive, by plain sockets: a client that takes as little of
 * the machine as it can, for the product's sake.
 */
final class Wire implements AutoCloseable {

	private final URI address;

	private @Nullable Socket socket;

	private InputStream in = InputStream.nullInputStream();

	Wire(URI address) {
		this.address = address;
	}

	/** What is asked. */
	record Request(String method, String path, Map<String, String> headers, String body) {

		static Request get(String path) {
			return new Request("GET", path, Map.of(), "");
		}

		static Request form(String path, String body) {
			return new Request("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
		}

		Request with(String header, String value) {
			Map<String, String> more = new TreeMap<>(this.headers);
			more.put(header, value);
			return new Request(this.method, this.path, more, this.body);
		}

		byte[] bytes(String host) {
			byte[] content = this.body.getBytes(StandardCharsets.UTF_8);
			StringBuilder head = new StringBuilder(
					this.method + " " + this.path + " HTTP/1.1\r\nHost: " + host + "\r\n");
			this.headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
			if (!this.method.equals("GET")) {
				head.append("Content-Length: ").append(content.length).append("\r\n");
			}
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
			all.writeBytes(content);
			return all.toByteArray();
		}

	}

	/** What is answered; the names of headers are in lower case. */
	record Answer(int status, Map<String, String> headers, byte[] content) {

		String body() {
			return new String(this.content, StandardCharsets.UTF_8);
		}

	}

	/**
	 * Sends a request, once more where the server had just closed the idle connection.
	 */
	Answer send(Request request) {
		if (this.socket == null) {
			return exchange(request);
		}
		try {
			return exchange(request);
		}
		catch (UncheckedIOException ex) {
			return exchange(request);
		}
	}

	private Answer exchange(Request request) {
		try {
			Socket open = open();
			open.getOutputStream().write(request.bytes(this.address.getAuthority()));
			Answer answer = read();
			if ("close".equals(answer.headers().get("connection"))) {
				close();
			}
			return answer;
		}
		catch (IOException ex) {
			close();
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			if (this.socket != null) {
				this.socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.socket = null;
		}
	}

	private Socket open() throws IOException {
		if (this.socket == null) {
			this.socket = new Socket(this.address.getHost(), this.address.getPort());
			this.socket.setTcpNoDelay(true);
			this.in = new BufferedInputStream(this.socket.getInputStream(), 32_768);
		}
		return this.socket;
	}

	private Answer read() throws IOException {
		int status = Integer.parseInt(line().split(" ")[1]);
		Map<String, String> headers = new TreeMap<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			int colon = line.indexOf(':');
			headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(),
					(before, more) -> before + "\n" + more);
		}
		if ("chunked".equals(headers.get("transfer-encoding"))) {
			return new Answer(status, headers, chunks());
		}
		return new Answer(status, headers, bytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
	}

	private byte[] chunks() throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
			all.writeBytes(bytes(size));
			line();
		}
		line();
		return all.toByteArray();
	}

	private byte[] bytes(int size) throws IOException {
		byte[] bytes = this.in.readNBytes(size);
		if (bytes.length < size) {
			throw new EOFException();
		}
		return bytes;
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				throw new EOFException();
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

}
