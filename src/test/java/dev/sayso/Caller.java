package dev.sayso;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * Asks a running demo over HTTP, as a sender and as a recipient, also after it was
 * started anew elsewhere.
 */
final class Caller {

	private final RunningProduct product;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	Caller(RunningProduct product) {
		this.product = product;
	}

	/** The product is gone. */
	static final class NobodyAnswers extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NobodyAnswers(IOException cause) {
			super(cause);
		}

	}

	HttpResponse<String> api(String method, String path, String json) {
		return send(HttpRequest.newBuilder(this.product.uri("/api/v1/profiles" + path))
			.header("Authorization", "Bearer sayso-demo-token")
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(json)));
	}

	HttpResponse<String> open(String path) {
		return send(HttpRequest.newBuilder(this.product.uri(path)));
	}

	HttpResponse<String> submit(String path, String form) {
		return send(HttpRequest.newBuilder(this.product.uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new NobodyAnswers(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
