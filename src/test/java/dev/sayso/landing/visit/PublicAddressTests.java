package dev.sayso.landing.visit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks at the addresses of public pages as the wildest of clients do, byte by byte.
 */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
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
	PublishedPages publishedPages;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

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
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
			assertThat(this.ledger.count(person)).isEqualTo(2);
		}
	}

	@Test
	void aServiceForMailStopsInOneClickHoweverMuchItSends() throws IOException {
		String part = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x";
		String much = "y".repeat(3_000_000);
		for (Map.Entry<String, String> form : Map
			.of("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click&message=" + much,
					"multipart/form-data; boundary=x", part + "\r\n\r\n" + much + "\r\n--x--\r\n", "text/plain",
					"List-Unsubscribe=One-Click\r\n" + much)
			.entrySet()) {
			ProfileId person = this.people.somebody();
			assertThat(post(this.pages.link(this.page, person), form.getKey(), form.getValue(), ""))
				.startsWith("HTTP/1.1 200");
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).as(form.getKey()).isEqualTo(Choice.NO);
		}
		assertThat(post(this.pages.link(this.page, this.people.somebody()), "text/plain", "x=" + much, ""))
			.startsWith("HTTP/1.1 413");
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
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).as(query).isEqualTo(Choice.NO);
		}
		for (String body : List.of("&x=%ZZ", "&x=M%FCller", "&%&=&x")) {
			ProfileId person = this.people.somebody();
			assertThat(post(this.pages.link(this.page, person), "application/x-www-form-urlencoded",
					"List-Unsubscribe=One-Click" + body, ""))
				.startsWith("HTTP/1.1 200");
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).as(body).isEqualTo(Choice.NO);
		}
	}

	/**
	 * A service for mail that sends a form of parts and forgets the boundary, or hangs up
	 * in the middle, or calls it something else, still means what it says.
	 */
	@Test
	void aServiceForMailIsHeardHoweverBrokenItsFormIs(CapturedOutput output) throws IOException {
		String part = "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n";
		Map<String, String> forms = new LinkedHashMap<>();
		forms.put("multipart/form-data", "--x\r\n" + part + "\r\nOne-Click\r\n--x--\r\n");
		forms.put("Multipart/Form-Data; charset=utf-8", "List-Unsubscribe=One-Click");
		forms.put("multipart/form-data; boundary=other", "--x\r\n" + part + "\r\nOne-Click\r\n--x--\r\n");
		forms.put("multipart/form-data; boundary=x", "--x\r\n" + part + "\r\nOne-Cl" + "ick\r\n--");
		forms.put("multipart/mixed; boundary=\"a b\"",
				"--a b\r\n" + part + "Content-Type: text/plain; charset=utf-8\r\n\r\nOne-Click");
		forms.put("text/plain", "List-Unsubscribe=One-Click\r\n");
		forms.put("text/plain; charset=utf-8", "email=somebody@secret.example\nList-Unsubscribe=One-Click\n");
		forms.put("application/json", "{\"List-Unsubscribe\":\"One-Click\"}");
		forms.put("application/octet-stream", "list-unsubscribe=one-click");
		forms.put("x", "List%2DUnsubscribe=One%2DClick");
		for (Map.Entry<String, String> form : forms.entrySet()) {
			for (String query : List.of("", "?a=%zz&somebody@secret.example", "?%E0%A4%A")) {
				ProfileId person = this.people.somebody();
				String link = this.pages.link(this.page, person);
				assertThat(post(link + query, form.getKey(), form.getValue(), "")).as(form.getKey() + query)
					.startsWith("HTTP/1.1 200")
					.doesNotContain("Set-Cookie", "Location");
				assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).as(form.getKey() + query)
					.isEqualTo(Choice.NO);
				assertThat(output).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
			}
			assertThat(post("/u/" + this.people.somebody(), form.getKey(), form.getValue(), ""))
				.startsWith("HTTP/1.1 200");
		}
		assertThat(output).doesNotContain("secret.example", "Exception", "\tat ");
	}

	@Test
	void aServiceForMailIsHeardThatHangsUpOrSendsInChunks() throws IOException {
		ProfileId chunked = this.people.somebody();
		assertThat(send("POST " + this.pages.link(this.page, chunked),
				"Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n",
				"1a\r\nList-Unsubscribe=One-Click\r\n0\r\n\r\n"))
			.startsWith("HTTP/1.1 200");
		assertThat(this.says.find(chunked).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		ProfileId hungUp = this.people.somebody();
		send("POST " + this.pages.link(this.page, hungUp),
				"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 400\r\n",
				"List-Unsubscribe=One-Click");
		assertThat(this.says.find(hungUp).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
	}

	/**
	 * What is missing at the end of a form might have been ticks: nothing is lifted.
	 */
	@Test
	void aFormThatIsCutOffLiftsNothing() throws IOException {
		ProfileId person = this.people.somebody();
		String link = this.pages.link(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms"), person);
		String stop = "--x\r\nContent-Disposition: form-data; name=\"opening\"\r\n\r\nnew\r\n"
				+ "--x\r\nContent-Disposition: form-data; name=\"channel.email\"\r\n\r\non\r\n--x--\r\n";
		assertThat(post(link, "multipart/form-data", stop, "")).startsWith("HTTP/1.1 303");
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		String shown = "--x\r\nContent-Disposition: form-data; name=\"shown\"\r\n\r\nmarketing.email=n\r\n"
				+ "--x\r\nContent-Disposition: form-data; name=\"opening\"\r\n\r\nother\r\n";
		for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
			assertThat(post(link, type, shown, "")).startsWith("HTTP/1.1 4").contains("Maison");
		}
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(post(link, "multipart/form-data", shown + "--x--\r\n", "")).startsWith("HTTP/1.1 303");
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void aFormThatIsCalledPlainTextIsReadAsOne() throws IOException {
		ProfileId person = this.people.somebody();
		String link = this.pages.link(this.page, person);
		assertThat(post(link, "text/plain", "opening=x\r\nchannel.sms=on\r\n", "")).startsWith("HTTP/1.1 303");
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.YES);
		assertThat(post(link, "text/plain", "opening=y&stop=on&utm=%", "")).startsWith("HTTP/1.1 303");
		assertThat(this.says.find(person).saysNoToAny()).isTrue();
	}

	@Test
	void whatTheContainerRefusesEndsOnAPageOrInASentence(CapturedOutput output) throws IOException {
		String link = this.pages.link(this.page, this.people.somebody());
		assertThat(ask("GET " + link + "&utm_source=" + "x".repeat(9 * 1024))).startsWith("HTTP/1.1 200")
			.contains("name=\"channel.email\"");
		assertThat(ask("GET " + link + "?fbclid=" + "x".repeat(20 * 1024))).startsWith("HTTP/1.1 200");
		for (String sent : List.of(link + "?x=" + "x".repeat(64 * 1024), link + "\u0001", link + "?a=\u0007b",
				link + " and more", "/p/é", link + "\tHTTP/9")) {
			assertThat(ask("GET " + sent)).as(sent.substring(0, Math.min(80, sent.length())))
				.startsWith("HTTP/1.1 4")
				.containsAnyOf("Maison", "This request cannot be read")
				.doesNotContain("Tomcat", "Bad Request\r\n\r\nBad", "/app.css", "<h1>HTTP");
		}
		for (String header : List.of("X-A: " + "x".repeat(64 * 1024) + "\r\n", "X-\u0001: b\r\n", "Host: a/b:c\r\n",
				"Content-Length: x\r\n", "no header\r\n")) {
			assertThat(send("GET " + link, header, "")).as(header.substring(0, Math.min(20, header.length())))
				.doesNotContain("Tomcat", "/app.css", "<h1>HTTP")
				.containsAnyOf("Maison", "This request cannot be read");
		}
		assertThat(ask("TRACE " + link)).doesNotContain("Tomcat").contains("Maison");
		assertThat(output).doesNotContain(link.substring(link.lastIndexOf('/') + 1), "\tat ");
	}

	/**
	 * A page that was called so before the word stood for something else keeps the links
	 * that were sent out.
	 */
	@Test
	void aPageWithAReservedKeyKeepsItsPersonalLinks() throws IOException {
		for (String word : PublicPath.RESERVED) {
			LandingPage reserved = this.pages.renamed(this.pages.form(BoxMeaning.IN_OR_OUT, "email"), word);
			ProfileId person = this.people.somebody();
			String link = this.pages.link(reserved, person);
			assertThat(ask("GET " + link + ".")).as(word)
				.startsWith("HTTP/1.1 200")
				.contains("name=\"channel.email\"", "action=\"" + link);
			assertThat(ask("GET /p/" + word + "/theme.css?v=")).doesNotContain("HTTP/1.1 5");
			String sent = post(link, "application/x-www-form-urlencoded", "channel.email=on", "");
			assertThat(sent).as(word).startsWith("HTTP/1.1 303");
			String result = sent.replaceAll("(?s).*Location: (\\S+).*", "$1");
			assertThat(ask("GET " + result)).as(word).startsWith("HTTP/1.1 200").contains("Undo");
			assertThat(post(result.replaceFirst("\\?.*", "/undo"), "application/x-www-form-urlencoded", "", ""))
				.startsWith("HTTP/1.1 303");
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
			assertThat(post(link, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click", "")).as(word)
				.startsWith("HTTP/1.1 200");
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).as(word).isEqualTo(Choice.NO);
			assertThat(ask("GET /p/" + word + "/nothing")).startsWith("HTTP/1.1 404").contains("Maison");
		}
	}

	@Test
	void everyWordThatStandsForSomethingElseIsReserved() {
		assertThat(this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((pattern) -> pattern.matches("/p/[^{/]+.*"))
			.map((pattern) -> pattern.split("/")[2])
			.distinct()).containsExactlyInAnyOrderElementsOf(PublicPath.RESERVED);
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
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
