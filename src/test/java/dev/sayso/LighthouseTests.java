package dev.sayso;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sayso.account.ConsoleSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages are light for a telephone that never opened them before, as Lighthouse measures
 * it: medians of three turns each.
 */
@Tag("outer")
class LighthouseTests {

	@TempDir
	Path folder;

	@Test
	void pagesAreLightForATelephone() throws Exception {
		NodeProject lighthouse = NodeProject.install(this.folder, "lighthouse", "package.json", "scores.js");
		try (RunningProduct product = RunningProduct.embedded(this.folder.resolve("data")).demo().start()) {
			String cookie = new ConsoleSession(product.uri("").getPort()).signIn("admin", "sayso-demo")
				.headers()
				.allValues("Set-Cookie")
				.stream()
				.map((each) -> each.split(";")[0])
				.filter((each) -> each.startsWith("SAYSO="))
				.findFirst()
				.orElseThrow();
			String person = JsonPath.read(new Caller(product).api("GET", "/externalId:demo-1", "").body(), "$.id");
			String said = lighthouse
				.run(Stream.concat(Stream.of("node", "scores.js", BrowserBinaries.find().browser().toString(), cookie),
						Stream
							.of("", "/profiles", "/profiles/" + person, "/activity", "/p/preferences",
									"/p/do-not-contact", "/p/stop-everything")
							.map((path) -> product.uri(path).toString()))
					.toArray(String[]::new));
			System.out.println("Performance, accessibility, best practices: " + said.strip());
			Map<String, List<Integer>> scores = JsonPath.read(said, "$");
			assertThat(scores).hasSize(7)
				.allSatisfy((page, score) -> assertThat(score).as(page)
					.allSatisfy((each) -> assertThat(each).isGreaterThanOrEqualTo(95)));
		}
	}

}
