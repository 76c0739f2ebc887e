package dev.sayso.landing.visit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.landing.StoredPublishedPages;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks at the addresses of public pages as the wildest of clients do, byte by byte.
 */
@ProductTest
class PublicAddressTests {

	@LocalServerPort
	int port;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	StoredPublishedPages publishedPages;

	LandingPage page;

	@BeforeEach
	void publish() {
		this.page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		this.publishedPages.forget(this.page.slug());
	}

	@Test
	void whatSticksToALinkIsOverlooked() throws IOException {
		String link = this.pages.link(this.page, this.people.somebody());
		for (String sent : List.of(link + ".", link + ",", link + ")", link + "&utm_source=x", link + ";x", link + "/",
				link + "%20", link + "%", link + "%22",
				link.toUpperCase(java.util.Locale.ROOT).substring(0, 7) + link.substring(7),
				link.replace("/p/", "//p//"), link + ".?lang=fr", link + "\"", link + ">")) {
			String answer = ask("GET " + sent);
			assertThat(answer).as(sent).startsWith("HTTP/1.1 200").contains("name=\"channel.email\"");
		}
	}

	@Test
	void nothingOfTheConsoleIsEverShown() throws IOException {
		String slug = "/p/" + this.page.slug();
		for (String sent : List.of("/p", "/p/", "/u", "/u/", "/p//", "/p/nowhere", "/p/nowhere/x", "/p/;x", "/p/%",
				"/p/%zz", "/p/a%2Fb", "/p/a%5Cb", "/p/a%00b", "/p/a%0Ab", "/p/../login", "/p/..%2Flogin",
				"/u/../profiles", slug + "/nothing", slug + "/results/x", slug + "/results/x/undo", "/u/a%2Fb", "/u/%",
				"/p/{x}", "/p/|", "/p/" + "a".repeat(6000), "/p" + "/x".repeat(2000))) {
			for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "PROPFIND")) {
				String answer = ask(method + " " + sent);
				assertThat(answer).as(method + " " + sent)
					.startsWith("HTTP/1.1 ")
					.doesNotContain("/app.css", "/login", "Set-Cookie", "Tomcat", "HTTP/1.1 5");
				if (method.equals("GET")) {
					assertThat(answer).as(sent)
						.startsWith("HTTP/1.1 40")
						.contains("Maison &lt;b&gt;Verel", "?lang=fr", slug + "?lang=en",
								"Stop contact without a link");
				}
			}
		}
		assertThat(ask("PUT " + slug)).startsWith("HTTP/1.1 405").contains("Stop contact without a link");
		assertThat(ask("GET /p/nowhere?lang=nl")).contains("lang=\"nl\"");
	}

	@Test
	void everybodyIsToldThatAStopAtAnAddressNobodyKnowsIsDone() throws IOException {
		for (String body : List.of("List-Unsubscribe=One-Click", "", "{}")) {
			for (String type : List.of("application/x-www-form-urlencoded", "application/json", "text/plain")) {
				assertThat(post("/u/AAAA.", type, body, "")).startsWith("HTTP/1.1 200")
					.doesNotContain("Set-Cookie", "Location");
			}
		}
		String parts = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
		assertThat(post("/u/AAAA", "multipart/form-data; boundary=x", parts, "")).startsWith("HTTP/1.1 200");
	}

	@Test
	void aServiceForMailStopsInOneClickWhateverItSendsBesides() throws IOException {
		String parts = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
		ProfileId first = this.people.somebody();
		assertThat(post(this.pages.link(this.page, first), "multipart/form-data; boundary=x", parts, ""))
			.startsWith("HTTP/1.1 200")
			.doesNotContain("Set-Cookie", "Location");
		ProfileId second = this.people.somebody();
		assertThat(post(this.pages.link(this.page, second) + ".", "application/x-www-form-urlencoded",
				"List-Unsubscribe=One-Click&_method=delete&email=x",
				"Cookie: SAYSO=stale\r\nUser-Agent: Mail’er \u0085\r\n"))
			.startsWith("HTTP/1.1 200");
		for (ProfileId person : List.of(first, second)) {
			assertThat(this.says.of(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
			assertThat(this.says.of(person).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
			assertThat(this.ledger.count(person)).isEqualTo(2);
		}
	}

	@Test
	void whatNoFormCanBeEndsOnAPublicPage() throws IOException {
		String link = this.pages.link(this.page, this.people.somebody());
		assertThat(post(link, "application/json", "{}", "")).startsWith("HTTP/1.1 415").contains("Maison");
		assertThat(post(link, "multipart/form-data", "x", "")).startsWith("HTTP/1.1 4").doesNotContain("/app.css");
		assertThat(post(link, "multipart/form-data; boundary=x", "--x\r\nbroken", "")).startsWith("HTTP/1.1 4")
			.contains("Maison");
		assertThat(post(link, "application/x-www-form-urlencoded", "a\u0001b=1&%zz=1&shown=%zz", ""))
			.doesNotContain("/app.css", "HTTP/1.1 5");
	}

	/**
	 * A stray percent sign, in the address or beside the no, costs nobody their no.
	 */
	@Test
	void aNoIsTakenHoweverBadlyTheRestIsEncoded() throws IOException {
		for (String query : List.of("?utm_campaign=50%off", "?x=%FF", "?a=%", "?%E0%A4%A")) {
			ProfileId person = this.people.somebody();
			assertThat(post(this.pages.link(this.page, person) + query, "application/x-www-form-urlencoded",
					"List-Unsubscribe=One-Click", ""))
				.startsWith("HTTP/1.1 200");
			assertThat(this.says.of(person).explicit(Purpose.MARKETING_EMAIL)).as(query).isEqualTo(Choice.NO);
		}
		for (String body : List.of("&x=%ZZ", "&x=M%FCller", "&%&=&x")) {
			ProfileId person = this.people.somebody();
			assertThat(post(this.pages.link(this.page, person), "application/x-www-form-urlencoded",
					"List-Unsubscribe=One-Click" + body, ""))
				.startsWith("HTTP/1.1 200");
			assertThat(this.says.of(person).explicit(Purpose.MARKETING_EMAIL)).as(body).isEqualTo(Choice.NO);
		}
	}

	private String post(String path, String type, String body, String headers) throws IOException {
		return send("POST " + path, headers + "Content-Type: " + type + "\r\nContent-Length: "
				+ body.getBytes(StandardCharsets.UTF_8).length + "\r\n", body);
	}

	private String ask(String line) throws IOException {
		return send(line, line.startsWith("P") ? "Content-Length: 0\r\n" : "", "");
	}

	private String send(String line, String headers, String body) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write((line + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nConnection: close\r\n" + headers
						+ "\r\n" + body)
					.getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
