package dev.sayso.shared.page;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sayso.DemoTest;
import dev.sayso.crawl.Crawl;
import dev.sayso.crawl.PlainBrowser;
import dev.sayso.crawl.PlainBrowser.Answer;
import dev.sayso.crawl.UrlPatterns;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class StaticFilesTests {

	private static final String KEPT = "/static/[0-9a-f]{16}/";

	private static final Pattern FONT = Pattern.compile("url\\((fonts/[^)]+)\\)");

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	/**
	 * The pages that tell of the API are those of Swagger UI, with files of their own.
	 */
	@Test
	void everyFileThatAPageNamesIsKeptForAYearUnderItsHash() throws IOException, InterruptedException {
		Set<String> files = new TreeSet<>();
		Set<String> icons = new TreeSet<>();
		UrlPatterns patterns = new UrlPatterns(this.requestMappingHandlerMapping);
		Crawl console = new Crawl(new PlainBrowser(this.port).signIn("admin"), patterns, 1).from("/");
		Crawl outside = new Crawl(new PlainBrowser(this.port), patterns, 1).from("/login", "/p/preferences");
		for (Crawl crawl : Set.of(console, outside)) {
			for (Answer answer : crawl.answers().stream().filter((page) -> !page.path().startsWith("/api/")).toList()) {
				for (Element named : answer.page().select("link[href^=/], use[href], script[src], img[src^=/]")) {
					String file = named.attr(named.hasAttr("href") ? "href" : "src");
					if (!file.matches("/p/.*|/uploads/.*")) {
						assertThat(file).as("%s", answer).matches(KEPT + ".+");
						files.add(file.replaceFirst("#.*", ""));
						icons.add(file.replaceFirst("[^#]*#?", ""));
					}
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

	@Test
	void aFileIsNotKeptUnderTheHashOfAnother() throws IOException, InterruptedException {
		assertThat(get("/static/0123456789abcdef/app.css").headers().firstValue("Cache-Control").orElse(""))
			.doesNotContain("immutable");
	}

	@Test
	void theAddressChangesWithWhatAnyFileHoldsAndWithNothingElse(@TempDir Path folder) throws IOException {
		Path file = Files.createDirectories(folder.resolve("static")).resolve("app.css");
		Files.writeString(file, "a{color:red}");
		String first = address(folder);
		assertThat(address(folder)).isEqualTo(first).matches("<a href=\"" + KEPT + "app.css\" b='/other.css'>");
		Files.writeString(file, "a{color:blue}");
		assertThat(address(folder)).isNotEqualTo(first);
	}

	private static String address(Path folder) throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, null)) {
			return new StaticFiles(new PathMatchingResourcePatternResolver(loader))
				.version("<a href=\"/app.css\" b='/other.css'>");
		}
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
