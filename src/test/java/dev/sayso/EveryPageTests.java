package dev.sayso;

import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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
 * What holds for each page that links lead to, read once. The pages that tell of the API
 * are those of Swagger UI, with markup and files of their own.
 */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

	private static final String KEPT = "/static/[0-9a-f]{16}/";

	private static final Pattern FONT = Pattern.compile("url\\((fonts/[^)]+)\\)");

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<Answer> pages = new ArrayList<>();

	@LocalServerPort
	private int port;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@BeforeAll
	void read() {
		UrlPatterns patterns = new UrlPatterns(this.requestMappingHandlerMapping);
		Crawl outside = new Crawl(new PlainBrowser(this.port), patterns, 1).from("/login", "/p/preferences", "/p/none");
		Crawl console = new Crawl(new PlainBrowser(this.port).signIn("admin"), patterns, 1).from("/");
		for (Crawl crawl : List.of(outside, console)) {
			crawl.answers()
				.stream()
				.filter((answer) -> answer.isPage() && !answer.path().startsWith("/api/"))
				.forEach(this.pages::add);
		}
		assertThat(this.pages).hasSizeGreaterThan(60);
	}

	/**
	 * As the Nu checker of the W3C and the WHATWG has it.
	 */
	@Test
	void isValidHtml() throws Exception {
		Map<String, Set<String>> faults = new TreeMap<>();
		try (URLClassLoader checker = NuChecker.loader()) {
			Function<String, List<String>> check = NuChecker.load(checker);
			for (Answer page : this.pages) {
				if (page.body().contains("<html")) {
					check.apply(page.body())
						.forEach((fault) -> faults.computeIfAbsent(fault, (key) -> new TreeSet<>()).add(page.path()));
				}
			}
		}
		assertThat(faults).isEmpty();
	}

	@Test
	void namesFilesThatAreKeptForAYearUnderTheirHash() throws IOException, InterruptedException {
		Set<String> files = new TreeSet<>();
		Set<String> icons = new TreeSet<>();
		for (Answer page : this.pages) {
			for (Element named : page.page().select("link[href^=/], use[href], script[src], img[src^=/]")) {
				String file = named.attr(named.hasAttr("href") ? "href" : "src");
				if (!file.matches("/p/.*|/uploads/.*|/landing-pages/.*/sharing\\.svg")) {
					assertThat(file).as("%s", page).matches(KEPT + ".+");
					files.add(file.replaceFirst("#.*", ""));
					icons.add(file.replaceFirst("[^#]*#?", ""));
				}
			}
		}
		for (String file : Set.copyOf(files)) {
			Matcher fonts = FONT.matcher(get(file).body());
			while (fonts.find()) {
				files.add(file.substring(0, file.lastIndexOf('/') + 1) + fonts.group(1));
			}
		}
		assertThat(files).hasSizeGreaterThan(8);
		for (String file : files) {
			HttpResponse<String> kept = get(file);
			assertThat(kept.statusCode()).as(file).isEqualTo(200);
			assertThat(kept.headers().firstValue("Cache-Control")).as(file)
				.hasValue("max-age=31536000, public, immutable");
			if (file.endsWith("icons.svg")) {
				assertThat(icons).allMatch((icon) -> icon.isEmpty() || kept.body().contains("id=\"" + icon + "\""));
			}
			isAskedForAnew(file.replaceFirst(KEPT, "/"));
		}
	}

	private void isAskedForAnew(String plain) throws IOException, InterruptedException {
		HttpResponse<String> first = get(plain);
		assertThat(first.headers().firstValue("Cache-Control")).as(plain).hasValue("max-age=600");
		String changed = first.headers().firstValue("Last-Modified").orElseThrow();
		assertThat(get(plain, "If-Modified-Since", changed).statusCode()).as(plain).isEqualTo(304);
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
