package dev.sayso.exchange.imports;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

import dev.sayso.exchange.file.UnreadableFileException;

/**
 * The first step of an import.
 *
 * @param name what it shall be called; blank for the name of the file
 */
record ImportForm(@Nullable String name) {

	/**
	 * The file that came with it.
	 * @throws UnreadableFileException when none did
	 */
	ImportFile toFile(MultipartFile file) {
		if (file.isEmpty()) {
			throw new UnreadableFileException("import.unreadable.empty");
		}
		String path = String.valueOf(file.getOriginalFilename()).replace('\\', '/').replaceAll("\\p{Cntrl}", "");
		String fileName = shorten(path.substring(path.lastIndexOf('/') + 1), 200);
		String given = (this.name != null) ? this.name.strip().replaceAll("\\p{Cntrl}", " ") : "";
		String called = given.isEmpty() ? fileName.replaceFirst("\\.[A-Za-z]{1,4}$", "") : given;
		return new ImportFile(shorten(called.isBlank() ? "import" : called, 200), fileName, file.getSize());
	}

	private static String shorten(String text, int longest) {
		return (text.length() <= longest) ? text : text.substring(0, longest);
	}

}
