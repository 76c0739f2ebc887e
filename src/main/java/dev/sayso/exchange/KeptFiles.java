package dev.sayso.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Ids;
import dev.sayso.shared.SaysoProperties;

/**
 * The files of exports in the data folder. Each is whole: one that is being made has
 * another name until then.
 */
@Component
class KeptFiles {

	private static final String UNFINISHED = ".part";

	private final Path folder;

	KeptFiles(SaysoProperties properties) {
		this.folder = properties.data().resolve("exports");
	}

	OutputStream begin(UUID id) throws IOException {
		Files.createDirectories(this.folder);
		return Files.newOutputStream(unfinished(id));
	}

	void finish(UUID id) throws IOException {
		Files.move(unfinished(id), path(id), StandardCopyOption.ATOMIC_MOVE);
	}

	boolean has(UUID id) {
		return Files.exists(path(id));
	}

	long size(UUID id) throws IOException {
		return Files.size(path(id));
	}

	/**
	 * @throws NoSuchFileException where it was deleted meanwhile
	 */
	void copy(UUID id, OutputStream out) throws IOException {
		Files.copy(path(id), out);
	}

	void delete(UUID id) {
		try {
			Files.deleteIfExists(unfinished(id));
			Files.deleteIfExists(path(id));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The exports of which there is anything here. */
	List<UUID> all() {
		if (Files.notExists(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString().replace(UNFINISHED, ""))
				.flatMap((name) -> Ids.parse(name).stream())
				.distinct()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path unfinished(UUID id) {
		return this.folder.resolve(id + UNFINISHED);
	}

	private Path path(UUID id) {
		return this.folder.resolve(id.toString());
	}

}
