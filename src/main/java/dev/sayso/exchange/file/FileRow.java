package dev.sayso.exchange.file;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One row of a file, or the fault that makes it unreadable.
 *
 * @param line where it starts, the header being line 1
 * @param fault message key of why it cannot be read; null where it can
 * @param raw the original text of a row that cannot be read
 */
public record FileRow(long line, List<String> cells, @Nullable String fault, String raw) {

	static FileRow of(long line, List<String> cells) {
		return new FileRow(line, cells, null, "");
	}

	static FileRow broken(long line, String fault, String raw) {
		return new FileRow(line, List.of(), fault, raw);
	}

}
