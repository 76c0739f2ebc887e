package dev.sayso;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.sayso.crawl.Crawl;
import dev.sayso.crawl.PlainBrowser;
import dev.sayso.crawl.PlainBrowser.Answer;
import dev.sayso.crawl.UrlPatterns;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser has nothing to complain of on any page that somebody of each role can reach.
 */
@Tag("outer")
@DemoTest
class BrowserComplaintsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@ParameterizedTest
	@ValueSource(strings = { "admin", "operator", "marketer", "auditor" })
	void theConsoleOfABrowserStaysEmpty(String account) {
		List<String> pages = new Crawl(new PlainBrowser(this.port).signIn(account),
				new UrlPatterns(this.requestMappingHandlerMapping), 1)
			.from("/", "/p/preferences", "/p/none")
			.answers()
			.stream()
			.filter((answer) -> answer.isPage() && answer.body().contains("<html"))
			.map(Answer::path)
			.distinct()
			.toList();
		assertThat(pages).hasSizeGreaterThan(30);
		Browser browser = Browser.at(this.port).signIn(account);
		List<String> complaints = new ArrayList<>();
		pages.forEach((page) -> browser.open(page).complaints().forEach((said) -> complaints.add(page + ": " + said)));
		assertThat(complaints).isEmpty();
	}

}
