package dev.sayso.exchange.imports;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

import dev.sayso.exchange.file.UnreadableFileException;

/**
 * The first step of an import.
 *
 * @param name the name of the import; blank for the name of the file
 */
record ImportForm(@Nullable String name) {

	/**
	 * The file of the form.
	 * @throws UnreadableFileException when there is none
	 */
	ImportFile toFile(MultipartFile file) {
		if (file.isEmpty()) {
			boolean none = String.valueOf(file.getOriginalFilename()).isBlank();
			throw new UnreadableFileException(none ? "import.unreadable.none" : "import.unreadable.empty");
		}
		String path = String.valueOf(file.getOriginalFilename()).replace('\\', '/').replaceAll("\\p{Cntrl}", "");
		String fileName = shorten(path.substring(path.lastIndexOf('/') + 1), 200);
		String typed = (this.name != null) ? this.name.strip().replaceAll("\\p{Cntrl}", " ") : "";
		String importName = typed.isEmpty() ? fileName.replaceFirst("(\\.[A-Za-z]{1,6}){1,2}$", "") : typed;
		return new ImportFile(shorten(importName.isBlank() ? "import" : importName, 200), fileName, file.getSize());
	}

	private static String shorten(String text, int longest) {
		return (text.length() <= longest) ? text : text.substring(0, longest);
	}

}
