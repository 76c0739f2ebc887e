package dev.sayso;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.UnsubscribeLinks;
import dev.sayso.mail.Mailbox;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What looks into mails for people, follows every link and runs what it finds there.
 */
@DemoTest
class ScannerJourneyTests {

	private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)");

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	PublishedPages pages;

	@Autowired
	PersonalLinks links;

	@Autowired
	UnsubscribeLinks unsubscribeLinks;

	@Autowired
	Mailbox mailbox;

	@Autowired
	JdbcClient jdbc;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	@Tag("outer")
	void changesNothingOnPagesThatAskFirst() throws Exception {
		ProfileId person = this.people.create(Map.of("email", "scanned@verel.example")).id();
		Deque<String> paths = new ArrayDeque<>(this.mailbox.paths());
		assertThat(paths).as("mails of the demo").isNotEmpty();
		paths.add(this.unsubscribeLinks.show(People.OPERATOR, person, "marketing.email")
			.url()
			.replaceFirst("^https?://[^/]+", ""));
		this.pages.linkable().stream().filter((page) -> !acts(page)).forEach((page) -> {
			String service = page.lacksService() ? "newsletter" : "";
			paths.add("/p/" + page.slug() + (service.isEmpty() ? "" : "?service=" + service));
			paths.add(this.links.path(People.OPERATOR, person, page, service));
		});
		List<Object> before = rows();
		Browser browser = Browser.at(this.port);
		Set<String> seen = new LinkedHashSet<>();
		while (!paths.isEmpty()) {
			String path = paths.poll();
			if (seen.add(path)) {
				String html = fetch(path);
				assertThat(html).as(path).doesNotContain("denylist.js");
				if (html.contains("<main")) {
					browser.open(path);
				}
				LINK.matcher(html)
					.results()
					.map((link) -> HtmlUtils.htmlUnescape(link.group(1)))
					.filter((link) -> link.startsWith("/"))
					.forEach(paths::add);
			}
		}
		assertThat(seen).hasSizeGreaterThan(20);
		assertThat(rows()).isEqualTo(before);
	}

	@Test
	void whatItDoesOnAPageThatActsIsToldAndTakenBackInOnePress() {
		ProfileId person = this.people.create(Map.of("email", "scanned@verel.example")).id();
		PublishedPage page = this.pages.linkable().stream().filter(ScannerJourneyTests::acts).findFirst().orElseThrow();
		Browser scanner = Browser.at(this.port)
			.open(this.links.path(People.OPERATOR, person, page))
			.sees("We will no longer contact you");
		assertThat(this.says.find(person).saysNoToAny()).isTrue();
		assertThat(this.ledger.list(person, null, 1).get(0).evidence().facts()).containsEntry("opening", "automatic");
		scanner.press("Undo").sees("Everything is back as it was");
		assertThat(this.says.find(person).saysNoToAny()).isFalse();
	}

	private static boolean acts(PublishedPage page) {
		return page.denylist() && !page.askFirst();
	}

	/** As it is, by its head alone, and ahead of being looked at. */
	private String fetch(String path) throws IOException, InterruptedException {
		URI uri = URI.create("http://127.0.0.1:" + this.port + path);
		this.client.send(HttpRequest.newBuilder(uri).method("HEAD", BodyPublishers.noBody()).build(),
				BodyHandlers.discarding());
		this.client.send(HttpRequest.newBuilder(uri).header("Sec-Purpose", "prefetch").build(),
				BodyHandlers.discarding());
		HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
		return answer.headers().firstValue("Content-Type").filter((type) -> type.startsWith("text/html")).isPresent()
				? answer.body() : "";
	}

	/** Everything by which something said, done or asked for would show. */
	private List<Object> rows() {
		return this.jdbc.sql("""
				select (select count(*) from ledger_entry), (select count(*) from submission),
					(select count(*) from profile), (select count(*) from mail), (select count(*) from suppression)""")
			.query()
			.singleRow()
			.values()
			.stream()
			.toList();
	}

}
