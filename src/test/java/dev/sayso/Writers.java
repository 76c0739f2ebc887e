package dev.sayso;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eight who change consents over HTTP at the same time, two to a person, and remember
 * each change that was acknowledged.
 */
final class Writers implements AutoCloseable {

	private static final List<String> CHANNELS = List.of("email", "sms");

	private static final List<String> CHOICES = List.of("n", "y", "dn", "LI");

	private final RunningProduct product;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ExecutorService threads = Executors.newFixedThreadPool(8);

	private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

	private final List<Writer> writers = IntStream.range(0, 8).mapToObj(Writer::new).toList();

	private List<Future<?>> writing = List.of();

	Writers(RunningProduct product) {
		this.product = product;
		for (int person = 0; person < 4; person++) {
			String body = "{\"externalId\":\"writer-%s\",\"email\":\"writer-%s@posteo.example\"}".formatted(person,
					person);
			assertThat(send("POST", "/api/v1/profiles", body).statusCode()).isEqualTo(201);
		}
	}

	/**
	 * Writes until so many more changes are acknowledged, and goes on.
	 */
	void write(int changes) {
		int enough = this.acknowledged.size() + changes;
		this.writing = new ArrayList<>(this.writers.stream().map(this.threads::submit).toList());
		while (this.acknowledged.size() < enough && this.writing.stream().noneMatch(Future::isDone)) {
			pause();
		}
	}

	/**
	 * Waits until each has noticed that nobody answers any more.
	 */
	void rest() {
		try {
			for (Future<?> writer : this.writing) {
				writer.get();
			}
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Looks in the ledger for the newest change of each that was acknowledged.
	 */
	void findTheirLast() {
		for (Writer writer : this.writers) {
			String ledger = send("GET", writer.path("ledger?limit=20"), null).body();
			assertThat(ledger).contains("\"" + writer.last + "\"");
		}
	}

	/**
	 * The reasons given with each change that was acknowledged.
	 */
	Set<String> acknowledged() {
		return this.acknowledged;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	private static void pause() {
		try {
			Thread.sleep(1);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpResponse<String> send(String method, String path, @Nullable String body) {
		HttpRequest request = HttpRequest.newBuilder(this.product.uri(path))
			.header("Authorization", "Bearer sayso-demo-token")
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new NobodyAnswers(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The product is gone. */
	private static final class NobodyAnswers extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NobodyAnswers(IOException cause) {
			super(cause);
		}

	}

	/** One who writes. */
	private final class Writer implements Runnable {

		private final int number;

		private int turn;

		private volatile String last = "";

		Writer(int number) {
			this.number = number;
		}

		@Override
		public void run() {
			try {
				while (true) {
					change();
				}
			}
			catch (NobodyAnswers ex) {
				// killed, as intended
			}
		}

		private void change() {
			this.turn++;
			String reason = "writer " + this.number + ", change " + this.turn;
			String body = "{\"marketing\":{\"%s\":{\"val\":\"%s\",\"reason\":\"%s\"}}}"
				.formatted(CHANNELS.get(this.number % 2), CHOICES.get(this.turn % CHOICES.size()), reason);
			HttpResponse<String> answer = send("PATCH", path("consents"), body);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
			Writers.this.acknowledged.add(reason);
			this.last = reason;
		}

		String path(String of) {
			return "/api/v1/profiles/externalId:writer-" + this.number / 2 + "/" + of;
		}

	}

}
