package dev.sayso.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * Somebody at the console over real HTTP, with the cookies a browser keeps; redirects are
 * told, not followed.
 */
public class ConsoleSession {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

	private static final Pattern TO = Pattern.compile("name=\"to\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private String base;

	public ConsoleSession(int port) {
		this.base = "http://127.0.0.1:" + port;
	}

	/**
	 * The same browser with the same cookies, after the product moved.
	 */
	public ConsoleSession movedTo(int port) {
		this.base = "http://127.0.0.1:" + port;
		return this;
	}

	public HttpResponse<String> signIn(String username, String password) {
		return post("/login", "/login", "username", username, "password", password);
	}

	/**
	 * Follows to the sign-in page and signs in there, for the page that was asked for.
	 */
	public HttpResponse<String> signIn(String username, String password, String from) {
		Matcher to = TO.matcher(get(from).body());
		return post("/login", "/login", "username", username, "password", password, "to",
				to.find() ? HtmlUtils.htmlUnescape(to.group(1)) : "");
	}

	public List<HttpCookie> cookies() {
		return this.cookies.getCookieStore().getCookies();
	}

	public HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Accept", "text/html");
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build());
	}

	/**
	 * Posts a form as the page at {@code from} would, its hidden token included.
	 */
	public HttpResponse<String> post(String from, String path, String... fields) {
		Matcher csrf = CSRF.matcher(get(from).body());
		String form = csrf.find() ? "_csrf=" + encode(csrf.group(1)) : "";
		return send(form(path, form, fields).build());
	}

	public HttpRequest.Builder form(String path, String start, String... fields) {
		StringBuilder body = new StringBuilder(start);
		for (int i = 0; i < fields.length; i += 2) {
			body.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
		}
		return HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString()));
	}

	public HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static String location(HttpResponse<?> response) {
		return response.headers()
			.firstValue("Location")
			.map((url) -> URI.create(url))
			.map((url) -> url.getPath() + ((url.getQuery() != null) ? "?" + url.getQuery() : ""))
			.orElse("");
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
