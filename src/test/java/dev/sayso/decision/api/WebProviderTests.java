package dev.sayso.decision.api;

import java.nio.file.Path;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sayso.NodeProject;
import dev.sayso.RunningProduct;

import static org.assertj.core.api.Assertions.assertThat;

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
		NodeProject node = NodeProject.install(this.folder, "openfeature", "package.json", "provider.js");
		try (RunningProduct product = RunningProduct.embedded(this.folder.resolve("data")).demo().start()) {
			String answers = node.run("node", "provider.js", product.uri("").toString(), "sayso-demo-token",
					"home-hero", "externalId:demo-1");
			String visitor = JsonPath.read(answers, "$.atFirst");
			String person = JsonPath.read(answers, "$.signedIn");
			assertThat(person).isNotEqualTo(visitor);
			assertThat(visitor).isNotEqualTo("the default of the code");
			assertThat(JsonPath.<String>read(answers, "$.unknown")).isEqualTo(visitor);
			assertThat(JsonPath.<String>read(answers, "$.again")).isEqualTo(person);
			assertThat(JsonPath.<String>read(answers, "$.signedOut")).isEqualTo(visitor);
		}
	}

}
