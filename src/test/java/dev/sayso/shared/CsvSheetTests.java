package dev.sayso.shared;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvSheetTests {

	@Test
	void quotesWhatNeedsItAndEndsLinesAsTheStandardSays() throws Exception {
		assertThat(sheet(Arrays.asList("a,b", "say \"yes\"", null, "é\nè")))
			.isEqualTo("\uFEFF\"a,b\",\"say \"\"yes\"\"\",,\"é\nè\"\r\n");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "=1+1", "+33644601245", "-2", "@sum(A1)", "\tx", "\rx", "\nx", "＝1+1", "＋1", "－1", "＠sum(A1)" })
	void noCellActsAsAFormula(String cell) throws Exception {
		assertThat(CsvSheet.safe(cell)).isEqualTo("'" + cell);
		assertThat(CsvSheet.unsafe(CsvSheet.safe(cell))).isEqualTo(cell);
		assertThat(sheet(List.of(cell))).contains("'" + cell);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Lefèvre", "'s-Hertogenbosch", "2-3" })
	void everythingElseStaysAsItIs(String cell) {
		assertThat(CsvSheet.safe(cell)).isEqualTo(cell);
		assertThat(CsvSheet.unsafe(cell)).isEqualTo(cell);
	}

	private static String sheet(List<?> cells) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (CsvSheet sheet = CsvSheet.to(out)) {
			sheet.row(cells);
		}
		return out.toString(StandardCharsets.UTF_8);
	}

}
