package dev.sayso;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Clients that others make from the API's document compile, and do what the API is for.
 */
@DemoTest
@TestPropertySource(properties = "sayso.test.store=one that may be changed")
class ApiClientTests {

	private static final String TOKEN = "sayso-demo-token";

	/** Put there by the build. */
	private static final Path GENERATOR = Path.of("target", "openapi-generator-cli.jar");

	@TempDir
	Path folder;

	@LocalServerPort
	int port;

	@Test
	void aJavaClientCreatesSaysDecidesAndErases() throws Exception {
		run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-jar", GENERATOR.toAbsolutePath().toString(), "generate", "-i", document(), "-g",
				"java", "--library", "native", "-o", this.folder.toString(), "--global-property",
				"apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
				"--additional-properties",
				"invokerPackage=client,apiPackage=client.api,modelPackage=client.model,openApiNullable=false,"
						+ "annotationLibrary=none,documentationProvider=none,useJakartaEe=true");
		copy("Journey.java");
		compile();
		try (URLClassLoader client = new URLClassLoader(new URL[] { this.folder.toUri().toURL() },
				getClass().getClassLoader())) {
			assertThatCode(() -> client.loadClass("Journey")
				.getMethod("main", String[].class)
				.invoke(null, (Object) new String[] { base(), TOKEN })).doesNotThrowAnyException();
		}
	}

	@Test
	@Tag("outer")
	void aTypeScriptClientDoesSoToo() throws Exception {
		NodeProject node = NodeProject.install(this.folder, "clients", "package.json", "journey.ts");
		node.run("npx", "openapi-typescript", document(), "-o", "api.d.ts");
		node.run("npx", "tsc", "--strict", "--noUncheckedIndexedAccess", "--skipLibCheck", "--target", "es2022",
				"--module", "nodenext", "journey.ts");
		assertThat(node.run("node", "journey.js", base(), TOKEN)).matches("36 n [A-Z_]+ 204 404\\s*");
	}

	private String base() {
		return "http://127.0.0.1:" + this.port;
	}

	private String document() {
		return base() + "/api/v1/openapi.json";
	}

	private void compile() throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-proc:none", "-nowarn", "-d", this.folder.toString(), "-cp", RunningProduct.testClasspath()));
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		Path said = this.folder.resolve("said");
		int result;
		try (var out = Files.newOutputStream(said)) {
			result = ToolProvider.getSystemJavaCompiler().run(null, out, out, arguments.toArray(String[]::new));
		}
		assertThat(result).as(Files.readString(said)).isZero();
	}

	private void copy(String file) throws IOException {
		try (InputStream resource = ApiClientTests.class.getResourceAsStream("/clients/" + file)) {
			Files.copy(resource, this.folder.resolve(file));
		}
	}

	private String run(String... command) throws IOException, InterruptedException {
		Path output = this.folder.resolve("output");
		Process process = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(String.join(" ", command)).isTrue();
		String said = Files.readString(output, StandardCharsets.UTF_8);
		assertThat(process.exitValue()).as(said).isZero();
		return said;
	}

}
