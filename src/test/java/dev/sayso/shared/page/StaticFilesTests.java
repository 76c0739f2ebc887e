package dev.sayso.shared.page;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.sayso.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class StaticFilesTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void aFileIsNotKeptUnderTheHashOfAnother() {
		assertThat(this.mvc.get().uri("/static/0123456789abcdef/app.css"))
			.satisfies((answer) -> assertThat(String.valueOf(answer.getResponse().getHeader("Cache-Control")))
				.doesNotContain("immutable"));
	}

	@Test
	void theAddressChangesWithWhatAnyFileHoldsAndWithNothingElse(@TempDir Path folder) throws IOException {
		Path file = Files.createDirectories(folder.resolve("static")).resolve("app.css");
		Files.writeString(file, "a{color:red}");
		String first = address(folder);
		assertThat(address(folder)).isEqualTo(first)
			.matches("<a href=\"/static/[0-9a-f]{16}/app.css\" b='/other.css'>");
		Files.writeString(file, "a{color:blue}");
		assertThat(address(folder)).isNotEqualTo(first);
	}

	private static String address(Path folder) throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, null)) {
			return new StaticFiles(new PathMatchingResourcePatternResolver(loader))
				.version("<a href=\"/app.css\" b='/other.css'>");
		}
	}

}
