package dev.sayso;

import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.sayso.crawl.Crawl;
import dev.sayso.crawl.NuChecker;
import dev.sayso.crawl.PlainBrowser;
import dev.sayso.crawl.PlainBrowser.Answer;
import dev.sayso.crawl.UrlPatterns;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that each page is valid HTML, as the Nu checker of the W3C and the WHATWG has it.
 */
@DemoTest
class ValidHtmlTests {

	@LocalServerPort
	private int port;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void everyPageIsValid() throws Exception {
		UrlPatterns patterns = new UrlPatterns(this.requestMappingHandlerMapping);
		List<Answer> answers = new ArrayList<>();
		answers.addAll(new Crawl(new PlainBrowser(this.port), patterns, 1).from("/login", "/p/preferences", "/p/none")
			.answers());
		answers.addAll(new Crawl(new PlainBrowser(this.port).signIn("admin"), patterns, 1).from("/").answers());
		Map<String, Set<String>> faults = new TreeMap<>();
		int pages = 0;
		try (URLClassLoader checker = NuChecker.loader()) {
			Function<String, List<String>> check = NuChecker.load(checker);
			for (Answer answer : answers) {
				if (answer.isPage() && answer.body().contains("<html") && !answer.path().startsWith("/api/")) {
					pages++;
					check.apply(answer.body())
						.forEach((fault) -> faults.computeIfAbsent(fault, (key) -> new TreeSet<>()).add(answer.path()));
				}
			}
		}
		assertThat(pages).isGreaterThan(60);
		assertThat(faults).isEmpty();
	}

}
