package dev.sayso;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.crawl.PlainBrowser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.page.ListQuery;
import dev.sayso.shared.page.SavableList;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class SearchJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	List<SearchProvider> providers;

	@Autowired
	List<SavableList> lists;

	@Test
	void theFieldOnTopSuggestsWhileOneTypes() {
		Browser browser = Browser.at(this.port).signIn("marketer").open("/profiles");
		browser.types("/").focusIsOn("Search").types("demo-12").sees("External id: demo-12").sees("See all 11");
		browser.types(Keys.ESCAPE).doesNotSee("External id: demo-12");
		browser.fill("Search", "stop every").sees("Stop everything").axe();
		browser.types(Keys.ARROW_DOWN).focusIsOn("Stop everything").types(Keys.ENTER);
		browser.sees("Review and publish");
	}

	@Test
	void withoutJavaScriptTheSearchIsAPage() {
		Browser browser = Browser.at(this.port).javaScript(false).signIn("operator").open("/profiles");
		browser.searches("Search", "demo-12").sees("External id: demo-12").press("See all 11").sees("11 of");
	}

	@Test
	void everyFilterAndOrderOfAListIsPartOfItsViews() {
		PlainBrowser browser = new PlainBrowser(this.port).signIn("admin");
		for (SavableList list : this.lists) {
			Document page = browser.open(list.path()).page();
			if (list.section().equals("strategies")) {
				// there is none to filter
				continue;
			}
			List<String> names = new ArrayList<>(page.select(".filters [name]").eachAttr("name"));
			page.select(".filters .menu-list a[href^=" + list.path() + "?]")
				.eachAttr("href")
				.forEach((address) -> names.add(address.replaceFirst(".*[?]", "").replaceFirst("=.*", "")));
			assertThat(names).as(list.section()).contains("q");
			if (List.of("suppressions", "message-events").contains(list.section())) {
				// a full address is kept nowhere
				names.remove("q");
			}
			assertThat(names).as(list.section()).allMatch(list.known());
			assertThat(page.select("main .views")).as(list.section()).hasSize(1);
		}
	}

	@Test
	void everyListFindsAsManyAsTheSearchCounts() {
		PlainBrowser browser = new PlainBrowser(this.port).signIn("admin");
		for (String typed : List.of("demo-12", "home", "e", "pre", "generic welcome", "consent", "web-hero")) {
			for (SearchProvider provider : this.providers) {
				Document list = browser.open("/" + provider.section() + "?q=" + typed.replace(" ", "+")).page();
				assertThat(list.select("main tbody tr")).as(provider.section() + " " + typed)
					.hasSize(Math.min(ListQuery.SIZE, provider.search(typed, 8).count()));
			}
		}
	}

}
