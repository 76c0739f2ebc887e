package dev.sayso.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.LineReader;
import dev.sayso.exchange.file.RowReader;
import dev.sayso.exchange.file.UploadContent;
import dev.sayso.shared.Ids;
import dev.sayso.shared.SaysoProperties;

/**
 * The uploaded files in the data folder; each is deleted once its import is done.
 */
@Component
class Uploads {

	/** So many times the size that an upload may have, its content may have. */
	private static final int UNPACKED = 5;

	private final Path folder;

	private final long most;

	Uploads(SaysoProperties properties, @Value(UploadSizeFilter.LIMIT) DataSize limit) {
		this.most = limit.toBytes() * UNPACKED;
		this.folder = properties.data().resolve("imports");
	}

	/**
	 * Keeps a file, unpacked.
	 * @throws dev.sayso.exchange.file.UnreadableFileException when it cannot be unpacked
	 */
	Path keep(UUID id, InputStream content) throws IOException {
		Files.createDirectories(this.folder);
		Path file = path(id);
		Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
		UploadContent.open(file, this.most);
		return file;
	}

	boolean has(UUID id) {
		return Files.exists(path(id));
	}

	RowReader open(Import run) throws IOException {
		return open(run.id(), run.layout());
	}

	RowReader open(UUID id, FileLayout layout) throws IOException {
		return new RowReader(new LineReader(Files.newInputStream(path(id)), layout.charset()), layout);
	}

	void delete(UUID id) {
		try {
			Files.deleteIfExists(path(id));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<UUID> all() {
		if (Files.notExists(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString().replace(".csv", ""))
				.flatMap((name) -> Ids.parse(name).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path path(UUID id) {
		return this.folder.resolve(id + ".csv");
	}

}
