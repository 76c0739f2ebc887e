package dev.sayso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders for the stores of tests, in memory where the machine offers that: stores write
 * through to the disk as the product has them do, and thousands of tests would wait for
 * it most of the time.
 */
final class TestFolders {

	private static final Path MEMORY = Path.of("/dev/shm");

	/** What the stores of all tests need at most, in bytes. */
	private static final long ENOUGH = 4L << 30;

	private TestFolders() {
	}

	/**
	 * A new one, which whoever has its store deletes.
	 */
	static Path create(String prefix) {
		try {
			boolean memory = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
			return memory ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
