package dev.sayso.decision.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sayso.RunningProduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * OpenFeature's own provider for web pages shows nobody what was meant for the person
 * before.
 */
@Tag("outer")
class WebProviderTests {

	@TempDir
	Path folder;

	@Test
	void noValueOfThePersonBeforeIsLeft() throws Exception {
		assumeTrue(onPath("node") && onPath("npm"), "Node and npm are needed to run OpenFeature's web provider");
		for (String file : new String[] { "package.json", "provider.js" }) {
			try (InputStream resource = WebProviderTests.class.getResourceAsStream("/openfeature/" + file)) {
				Files.copy(resource, this.folder.resolve(file));
			}
		}
		run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error");
		try (RunningProduct product = RunningProduct.embedded(this.folder.resolve("data")).demo().start()) {
			String answers = run("node", "provider.js", product.uri("").toString(), "sayso-demo-token", "home-hero",
					"externalId:demo-1");
			String visitor = JsonPath.read(answers, "$.atFirst");
			String person = JsonPath.read(answers, "$.signedIn");
			assertThat(person).isNotEqualTo(visitor);
			assertThat(visitor).isNotEqualTo("the default of the code");
			assertThat(JsonPath.<String>read(answers, "$.unknown")).isEqualTo(visitor);
			assertThat(JsonPath.<String>read(answers, "$.again")).isEqualTo(person);
			assertThat(JsonPath.<String>read(answers, "$.signedOut")).isEqualTo(visitor);
		}
	}

	private String run(String... command) throws IOException, InterruptedException {
		Path output = this.folder.resolve("output");
		Process process = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(Arrays.toString(command)).isTrue();
		String said = Files.readString(output, StandardCharsets.UTF_8);
		assertThat(process.exitValue()).as(said).isZero();
		return said;
	}

	private static boolean onPath(String command) {
		return Stream.of(System.getenv("PATH").split(":")).anyMatch((at) -> Files.isExecutable(Path.of(at, command)));
	}

}
