package dev.sayso.crawl;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A browser without scripts at the running product: keeps cookies, reads pages and sends
 * forms. Redirects are told, not followed.
 */
public final class PlainBrowser {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** A page that failed after its first half was sent. */
	private static final int BROKEN_OFF = 599;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	private final String base;

	public PlainBrowser(int port) {
		this.base = "http://127.0.0.1:" + port;
	}

	/**
	 * Signs in with an account of the demo.
	 */
	public PlainBrowser signIn(String username) {
		DrawnForm form = DrawnForm.of("/login", open("/login").page()).get(0);
		Answer answer = send(form.with("username", username).with("password", "sayso-demo"));
		if (answer.status() != 302 || answer.location().contains("/login")) {
			throw new IllegalStateException("not signed in as " + username + ": " + answer);
		}
		return this;
	}

	public Answer open(String path, String... headers) {
		HttpRequest.Builder request = request(path).GET().header("Accept", "text/html");
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build());
	}

	/**
	 * Sends a form as it stands.
	 */
	public Answer send(DrawnForm form) {
		HttpRequest.Builder request = request(form.target()).header("Accept", "text/html");
		if (form.enhanced()) {
			request.header("HX-Request", "true");
		}
		if (form.method().equals("GET")) {
			return send(request.GET().build());
		}
		return send(request.header("Content-Type", form.contentType())
			.POST(BodyPublishers.ofByteArray(form.body()))
			.build());
	}

	public Answer send(HttpRequest request) {
		try {
			HttpResponse<byte[]> response = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
			return new Answer(request.method() + " " + path(request.uri()), response.statusCode(), location(response),
					response.headers().firstValue("Content-Type").orElse(""),
					new String(response.body(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			return new Answer(request.method() + " " + path(request.uri()), BROKEN_OFF, "", "", String.valueOf(ex));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.base + path)).timeout(PATIENCE);
	}

	private String location(HttpResponse<?> response) {
		return response.headers().firstValue("Location").map((url) -> path(URI.create(url))).orElse("");
	}

	private static String path(URI address) {
		return address.getRawPath() + ((address.getRawQuery() != null) ? "?" + address.getRawQuery() : "");
	}

	/**
	 * What came back.
	 *
	 * @param location where a redirect leads, else empty
	 */
	public record Answer(String request, int status, String location, String type, String body) {

		/**
		 * What was asked for, without the verb.
		 */
		public String path() {
			return this.request.replaceFirst("^\\S+ ", "");
		}

		public Document page() {
			return Jsoup.parse(this.body, this.request);
		}

		public boolean isPage() {
			return this.type.startsWith("text/html");
		}

		@Override
		public String toString() {
			return this.request + " -> " + this.status + (this.location.isEmpty() ? "" : " " + this.location);
		}

	}

}
