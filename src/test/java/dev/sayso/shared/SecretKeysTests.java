package dev.sayso.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretKeysTests {

	private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path folder;

	@Test
	void theFirstStartMakesAKeyForItsOwnerAloneAndTheNextOnesReadIt() throws IOException {
		Path data = this.folder.resolve("a/b");
		byte[] signature = keys(data).sign(CONTENT);
		Path file = data.resolve("secret.key");
		assertThat(Files.readString(file)).hasSize(43);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		try (Stream<Path> files = Files.list(data)) {
			assertThat(files).containsExactly(file);
		}
		assertThat(keys(data).sign(CONTENT)).isEqualTo(signature);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "   ", "short", "fifteen-letters" })
	void aKeyThatIsNotWholeIsToldInWords(String left) throws IOException {
		Path file = Files.writeString(this.folder.resolve("secret.key"), left);
		assertThatExceptionOfType(StartupException.class).isThrownBy(() -> keys(this.folder))
			.withMessageContaining(file + ", is not whole");
		assertThat(Files.readString(file)).isEqualTo(left);
	}

	@Test
	void whatAMakingThatWasBrokenOffLeftStandsInNobodysWay() throws IOException {
		Files.createFile(this.folder.resolve("secret123.key"));
		keys(this.folder);
		assertThat(Files.readString(this.folder.resolve("secret.key"))).hasSize(43);
	}

	@Test
	void aFolderThatCannotBeWrittenIsToldInWords() throws IOException {
		Path data = Files.createFile(this.folder.resolve("file"));
		assertThatExceptionOfType(StartupException.class).isThrownBy(() -> keys(data))
			.withMessageContaining("cannot be read or made");
	}

	private static SecretKeys keys(Path data) {
		return new SecretKeys(new SaysoProperties(data, List.of(), "", "", new SaysoProperties.Db("", "", "")));
	}

}
