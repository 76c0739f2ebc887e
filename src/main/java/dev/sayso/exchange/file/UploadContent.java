package dev.sayso.exchange.file;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Makes rows of what was uploaded: opens {@code .gz} and a {@code .zip} with one file,
 * and turns JSON lines into a table.
 */
public final class UploadContent {

	private UploadContent() {
	}

	/**
	 * Replaces a file by its content.
	 * @param most how many bytes it may unpack to
	 * @throws UnreadableFileException when there is no single file in it, or too much
	 */
	public static void open(Path file, long most) throws IOException {
		byte[] start = start(file);
		if (start.length > 3 && start[0] == 0x1F && (start[1] & 0xFF) == 0x8B) {
			try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
				replace(file, in::transferTo, most);
			}
			catch (ZipException | EOFException ex) {
				throw new UnreadableFileException("import.unreadable.archive");
			}
		}
		else if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
			openZip(file, most);
		}
		if (JsonLines.isIn(file)) {
			replace(file, (out) -> JsonLines.toTable(file, out), most);
		}
	}

	private static void openZip(Path file, long most) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			List<? extends ZipEntry> entries = zip.stream().filter((entry) -> !entry.isDirectory()).toList();
			if (entries.stream().anyMatch((entry) -> isOfWorkbook(entry.getName()))) {
				throw new UnreadableFileException("import.unreadable.workbook");
			}
			List<? extends ZipEntry> files = entries.stream().filter((entry) -> !isHidden(entry.getName())).toList();
			if (files.size() != 1) {
				throw new UnreadableFileException(
						files.isEmpty() ? "import.unreadable.empty" : "import.unreadable.several");
			}
			try (InputStream in = zip.getInputStream(files.get(0))) {
				replace(file, in::transferTo, most);
			}
		}
		catch (ZipException | EOFException ex) {
			throw new UnreadableFileException("import.unreadable.archive");
		}
	}

	private static boolean isOfWorkbook(String name) {
		return name.equals("[Content_Types].xml") || name.equals("content.xml") || name.equals("mimetype");
	}

	private static boolean isHidden(String name) {
		return name.startsWith("__MACOSX/") || name.substring(name.lastIndexOf('/') + 1).startsWith(".")
				|| name.endsWith("Thumbs.db");
	}

	private interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

	private static void replace(Path file, Content content, long most) throws IOException {
		Path unpacked = file.resolveSibling(file.getFileName() + ".unpacked");
		try {
			try (OutputStream out = new Bounded(new BufferedOutputStream(Files.newOutputStream(unpacked)), most)) {
				content.writeTo(out);
			}
			Files.move(unpacked, file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(unpacked);
		}
	}

	private static byte[] start(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(4);
		}
	}

	private static final class Bounded extends FilterOutputStream {

		private long left;

		private Bounded(OutputStream out, long most) {
			super(out);
			this.left = most;
		}

		@Override
		public void write(int value) throws IOException {
			take(1);
			this.out.write(value);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			take(length);
			this.out.write(bytes, offset, length);
		}

		private void take(int length) {
			this.left -= length;
			if (this.left < 0) {
				throw new UnreadableFileException("import.unreadable.unpacked");
			}
		}

	}

}
