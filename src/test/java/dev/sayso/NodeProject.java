package dev.sayso;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A folder with packages of Node's, from which programs that others wrote speak to the
 * product.
 */
public final class NodeProject {

	private final Path folder;

	private NodeProject(Path folder) {
		this.folder = folder;
	}

	/**
	 * Copies files from the tests' resources, package.json among them, and installs what
	 * that names. Skips the test where there is no Node.
	 */
	public static NodeProject install(Path folder, String resources, String... files)
			throws IOException, InterruptedException {
		assumeTrue(onPath("node") && onPath("npm") && onPath("npx"), "Node and npm are needed");
		for (String file : files) {
			try (InputStream resource = NodeProject.class.getResourceAsStream("/" + resources + "/" + file)) {
				Files.copy(resource, folder.resolve(file));
			}
		}
		NodeProject project = new NodeProject(folder);
		project.run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error");
		return project;
	}

	/** Runs a program, which has to end well, and returns what it wrote. */
	public String run(String... command) throws IOException, InterruptedException {
		Path output = this.folder.resolve("output");
		Process process = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(String.join(" ", command)).isTrue();
		String said = Files.readString(output, StandardCharsets.UTF_8);
		assertThat(process.exitValue()).as(said).isZero();
		return said;
	}

	private static boolean onPath(String command) {
		return Stream.of(System.getenv("PATH").split(":")).anyMatch((at) -> Files.isExecutable(Path.of(at, command)));
	}

}
