package dev.sayso.landing.sharing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkToken;
import dev.sayso.shared.Ids;
import dev.sayso.shared.PublicAddress;

/**
 * Posts to the public address as a service for mail does when somebody presses
 * <em>Unsubscribe</em>, in both encodings that RFC 8058, 3.2, names. The link is
 * nobody's, so that nothing is written; that it arrived here is told by its message
 * coming back.
 */
@Component
class OneClickTest {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int LONGEST = 1000;

	private final LinkToken tokens;

	private final PublicAddress address;

	OneClickTest(LinkToken tokens, PublicAddress address) {
		this.tokens = tokens;
		this.address = address;
	}

	/** The ways to send the one field, each with the type of its body. */
	enum Encoding {

		URLENCODED("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),

		MULTIPART("multipart/form-data; boundary=sayso",
				"--sayso\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--sayso--\r\n");

		private final String type;

		private final String body;

		Encoding(String type, String body) {
			this.type = type;
			this.body = body;
		}

		/** The type without its parameters. */
		public String type() {
			return this.type.replaceFirst(";.*", "");
		}

	}

	/**
	 * What came of one post.
	 *
	 * @param fault message key of why it failed; null where it passed
	 * @param detail what was met, such as a status or where a redirect leads
	 */
	record Outcome(Encoding encoding, @Nullable String fault, @Nullable String detail) {

		public boolean passed() {
			return this.fault == null;
		}

	}

	List<Outcome> run() {
		HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
		return Stream.of(Encoding.values()).map((encoding) -> post(client, encoding)).toList();
	}

	private Outcome post(HttpClient client, Encoding encoding) {
		String message = Ids.next().toString();
		String url = this.address.url() + "/u/" + this.tokens.write(LinkToken.Unsubscribe.test(message));
		try {
			HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(url))
				.timeout(PATIENCE)
				.header("Content-Type", encoding.type)
				.POST(BodyPublishers.ofString(encoding.body))
				.build(), BodyHandlers.ofString());
			return judge(encoding, url, answer, message);
		}
		catch (IOException ex) {
			return new Outcome(encoding, reason(ex), null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Outcome(encoding, "one-click.fault.time", null);
		}
	}

	private static Outcome judge(Encoding encoding, String url, HttpResponse<String> answer, String message) {
		int status = answer.statusCode();
		if (status >= 300 && status < 400) {
			return new Outcome(encoding, "one-click.fault.redirect",
					answer.headers().firstValue("Location").map(OneClickTest::cut).orElse(""));
		}
		if (status != 200) {
			return new Outcome(encoding, "one-click.fault.status", Integer.toString(status));
		}
		if (answer.headers().firstValue("Set-Cookie").isPresent()) {
			return new Outcome(encoding, "one-click.fault.cookie", null);
		}
		if (!answer.body().equals(message)) {
			return new Outcome(encoding, "one-click.fault.other", null);
		}
		return new Outcome(encoding, url.startsWith("https://") ? null : "one-click.fault.https", null);
	}

	private static String reason(IOException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnresolvedAddressException) {
				return "one-click.fault.dns";
			}
			if (cause instanceof SSLException) {
				return "one-click.fault.tls";
			}
			if (cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
				return "one-click.fault.time";
			}
		}
		return (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException)
				? "one-click.fault.connect" : "one-click.fault.broken";
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

}
