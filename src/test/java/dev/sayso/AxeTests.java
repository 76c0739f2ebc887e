package dev.sayso;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.profile.People;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class AxeTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void thePagesOfTheConsoleShutNobodyOut() {
		Browser browser = Browser.at(this.port).signIn("admin");
		String person = "/profiles/" + this.people.somebody();
		Map<String, List<String>> found = new LinkedHashMap<>();
		for (String path : List.of("/", "/profiles", "/profiles?q=nobody-is-called-so", "/profiles/new", person,
				person + "/links", person + "/erasure", "/profiles/do-not-contact?id=" + person.substring(10),
				"/imports", "/imports/new", "/exports", "/search?q=ma", "/search?q=nobody-is-called-so",
				"/confirmations", "/activity", "/account", "/settings", "/settings/general", "/settings/attributes",
				"/settings/attributes/new", "/settings/accounts", "/settings/accounts/new", "/settings/api-tokens",
				"/settings/api-tokens/new", "/nothing-is-here")) {
			look(browser.open(path), path, found);
		}
		assertThat(found).isEmpty();
	}

	private static void look(Browser browser, String path, Map<String, List<String>> found) {
		for (String colours : List.of("light", "dark")) {
			browser.colours(colours);
			for (int width : new int[] { 1280, 390 }) {
				List<String> flaws = browser.size(width, 900).flaws();
				if (!flaws.isEmpty()) {
					found.put(path + " " + colours + " " + width, flaws);
				}
			}
		}
	}

}
