package dev.sayso.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that each table says how it could be spread over several servers: by profile, by
 * address, a copy on each ({@code broadcast}), or on one alone.
 */
class MigrationsTests {

	@Test
	void eachTableSaysWhatItIsKeyedBy() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
			for (Path file : files.toList()) {
				List<String> lines = Files.readAllLines(file);
				for (int line = 0; line < lines.size(); line++) {
					if (lines.get(line).startsWith("create table")) {
						assertThat((line > 0) ? lines.get(line - 1) : "").as(file + ": " + lines.get(line))
							.matches("-- (keyed by profile|keyed by address|broadcast|single)(: .+)?");
					}
				}
			}
		}
	}

}
