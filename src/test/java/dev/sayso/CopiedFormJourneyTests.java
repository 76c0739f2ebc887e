package dev.sayso;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.crawl.PlainBrowser;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The copy of a form on two websites, one of which Settings name, in a real browser.
 */
@DemoTest
class CopiedFormJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	Pages pages;

	@Autowired
	AddressOwners owners;

	@Autowired
	Ledger ledger;

	@Autowired
	Settings settings;

	private HttpServer website;

	private String named;

	private String other;

	private volatile String html = "";

	@BeforeEach
	void serve() throws IOException {
		this.website = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.website.createContext("/", (exchange) -> {
			byte[] page = ("<!doctype html><meta charset=\"utf-8\"><title>Shop</title>" + this.html)
				.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
			exchange.close();
		});
		this.website.start();
		this.named = "http://localhost:" + this.website.getAddress().getPort();
		this.other = "http://127.0.0.1:" + this.website.getAddress().getPort();
		NamedOrigins.set(this.settings, List.of(this.named));
	}

	@AfterEach
	void end() {
		this.website.stop(0);
		NamedOrigins.set(this.settings, List.of());
	}

	@Test
	void theNamedWebsiteIsTakenAtItsWordAndAnotherIsAskedOnceMore() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		this.html = new PlainBrowser(this.port).signIn("marketer")
			.open("/landing-pages/" + page.id() + "/sharing")
			.page()
			.select("#copy-html")
			.val();
		assertThat(this.html).contains("<form");

		Browser visitor = Browser.at(this.port).open(this.named + "/").fill("E-mail address", "shop@verel.example");
		visitor.tick("By <b>email").press("Save").arrivesUnder("/p/" + page.slug() + "/results/");
		assertThat(said("shop@verel.example")).singleElement()
			.satisfies((entry) -> assertThat(entry.evidence().facts()).containsEntry("site", this.named));

		visitor.open(this.other + "/").fill("E-mail address", "else@verel.example").tick("By <b>email").press("Save");
		visitor.arrives("/p/" + page.slug()).sees("Send it now");
		assertThat(said("else@verel.example")).isEmpty();
	}

	private List<LedgerEntry> said(String email) {
		List<ProfileId> people = this.owners.find(People.details(Map.of("email", email)));
		return people.stream().flatMap((person) -> this.ledger.list(person, null, 10).stream()).toList();
	}

}
