package dev.sayso.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One row of a file, or what is wrong with it.
 *
 * @param line where it starts, the header being line 1
 * @param fault message key of why it cannot be read; null where it can
 * @param raw what stood there, for a row that cannot be read
 */
public record Row(long line, List<String> cells, @Nullable String fault, String raw) {

	static Row of(long line, List<String> cells) {
		return new Row(line, cells, null, "");
	}

	static Row broken(long line, String fault, String raw) {
		return new Row(line, List.of(), fault, raw);
	}

}
