package dev.sayso.contact.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told by webhooks, which can be away, slow, or answer what it likes.
 */
public final class ReceivingServer implements AutoCloseable {

	private final List<Received> received = Collections.synchronizedList(new ArrayList<>());

	private final ExecutorService threads = Executors.newFixedThreadPool(32);

	private final int port;

	private volatile @Nullable HttpServer server;

	private volatile Answer answer = (message) -> 204;

	private volatile byte[] body = new byte[0];

	/**
	 * Creates one that listens.
	 */
	public ReceivingServer() {
		this.port = open(0);
	}

	/**
	 * A message as it came.
	 *
	 * @param status what it was answered
	 */
	public record Received(Map<String, List<String>> headers, String body, int status) {

		public String profile() {
			return JsonPath.read(this.body, "$.data.profile");
		}

		public String change() {
			return JsonPath.read(this.body, "$.data.id");
		}

		String header(String name) {
			return this.headers.entrySet()
				.stream()
				.filter((header) -> header.getKey().equalsIgnoreCase(name))
				.map((header) -> header.getValue().get(0))
				.findFirst()
				.orElse("");
		}

	}

	/**
	 * What a message is answered.
	 */
	interface Answer {

		int to(Received message);

	}

	void answers(Answer status) {
		this.answer = status;
	}

	void answersWith(byte[] content) {
		this.body = content;
	}

	public String url() {
		return "http://127.0.0.1:" + this.port + "/sayso";
	}

	/** Goes away, with whatever it is answering. */
	public void kill() {
		HttpServer running = this.server;
		if (running != null) {
			running.stop(0);
		}
	}

	/** Comes back where it was. */
	public void start() {
		open(this.port);
	}

	/** What was taken, in the order of its coming. */
	public List<Received> taken() {
		synchronized (this.received) {
			return this.received.stream().filter((message) -> message.status() / 100 == 2).toList();
		}
	}

	List<Received> received() {
		synchronized (this.received) {
			return List.copyOf(this.received);
		}
	}

	/** The changes taken of each profile, each where it came first. */
	public Map<String, List<String>> changesByProfile() {
		return taken().stream()
			.collect(Collectors.groupingBy(Received::profile, Collectors.mapping(Received::change, Collectors
				.collectingAndThen(Collectors.toList(), (changes) -> changes.stream().distinct().toList()))));
	}

	private int open(int at) {
		try {
			HttpServer opened = HttpServer.create(new InetSocketAddress("127.0.0.1", at), 200);
			opened.setExecutor(this.threads);
			opened.createContext("/", this::handle);
			opened.start();
			this.server = opened;
			return opened.getAddress().getPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Map<String, List<String>> headers = Map.copyOf(exchange.getRequestHeaders());
		int status = this.answer.to(new Received(headers, text, 0));
		this.received.add(new Received(headers, text, status));
		if (status / 100 == 3) {
			exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
		}
		byte[] content = this.body;
		exchange.sendResponseHeaders(status, (content.length == 0) ? -1 : content.length);
		if (content.length > 0) {
			exchange.getResponseBody().write(content);
		}
		exchange.close();
	}

	@Override
	public void close() {
		kill();
		this.threads.shutdownNow();
	}

}
