package dev.sayso.exchange.file;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param line the line where it starts, the first being 1
 * @param cells as many as there are columns; of a faulty row what could be made out
 * @param fault message key of why its cells cannot be told apart with certainty; null
 * where they can
 * @param missing how many cells at its end the row does not have in the file
 */
public record FileRow(long line, List<String> cells, @Nullable String fault, int missing) {

	public FileRow(long line, List<String> cells, @Nullable String fault) {
		this(line, cells, fault, 0);
	}

	boolean isBlank() {
		return this.cells.stream().allMatch(String::isBlank);
	}

}
