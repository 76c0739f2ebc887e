package dev.sayso.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.Set;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files opened so that each write is on the disk before it returns (O_DSYNC): by
 * itself H2 acknowledges commits that neither {@code kill -9} nor a power cut leaves
 * intact.
 */
public class DurableFilePath extends FilePathWrapper {

	public static final String SCHEME = "durable";

	/**
	 * What the store's URL begins with, before the path. A thread interrupted while it
	 * reads or writes closes the file under all others, and H2 then closes the store:
	 * H2's {@code retry} opens the file again.
	 */
	public static final String URL = "jdbc:h2:retry:" + SCHEME + ":";

	private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ);

	private static final Set<OpenOption> WRITE = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE,
			StandardOpenOption.CREATE, StandardOpenOption.DSYNC);

	public static void register() {
		FilePath.register(new DurableFilePath());
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		Path path = Paths.get(getBase().toString());
		if ("r".equals(mode)) {
			return FileChannel.open(path, READ);
		}
		Path folder = path.toAbsolutePath().getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		return FileChannel.open(path, WRITE);
	}

}
