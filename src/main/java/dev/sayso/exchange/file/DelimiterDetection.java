package dev.sayso.exchange.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Detects the delimiter: the one that splits the first rows into the most columns, with
 * the same number in each row.
 */
final class DelimiterDetection {

	private static final int SAMPLE_ROWS = 20;

	private DelimiterDetection() {
	}

	static String of(Path file, FileLayout encoded) throws IOException {
		String best = ",";
		double most = 0;
		for (String delimiter : FileLayout.DELIMITERS) {
			double score = score(file, new FileLayout(encoded.encoding(), delimiter));
			if (score > most) {
				most = score;
				best = delimiter;
			}
		}
		return best;
	}

	private static double score(Path file, FileLayout layout) throws IOException {
		try (RowReader rows = new RowReader(new LineReader(Files.newInputStream(file), layout.charset()),
				layout.separator())) {
			int columns = rows.header().size();
			if (columns < 2) {
				return 0;
			}
			int read = 0;
			int matching = 0;
			for (FileRow row = rows.next(); row != null && read < SAMPLE_ROWS; row = rows.next()) {
				read++;
				matching += (row.fault() == null) ? 1 : 0;
			}
			// rows that agree weigh more than many columns
			return (read == 0) ? columns : columns + 1000.0 * matching / read;
		}
	}

}
