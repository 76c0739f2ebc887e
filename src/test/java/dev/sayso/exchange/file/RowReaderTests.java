package dev.sayso.exchange.file;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RowReaderTests {

	@Test
	void aQuotedCellMayHoldLinesQuotesAndDelimiters() throws Exception {
		List<FileRow> rows = read("a,b\n\"one\ntwo\",\"say \"\"yes\"\", please\"\nx,y\n");
		assertThat(rows).extracting(FileRow::cells)
			.containsExactly(List.of("one\ntwo", "say \"yes\", please"), List.of("x", "y"));
		assertThat(rows).extracting(FileRow::line).containsExactly(2L, 4L);
	}

	@Test
	void aQuoteThatIsNeverClosedCostsItsRowAlone() throws Exception {
		List<FileRow> rows = read("a,b\n\"broken,1\nx,y\n\"p\",q\nr,s\n");
		assertThat(rows.get(0).fault()).isEqualTo("import.fault.quotes");
		assertThat(rows.get(0).line()).isEqualTo(2);
		assertThat(rows.subList(1, 4)).extracting(FileRow::cells)
			.containsExactly(List.of("x", "y"), List.of("p", "q"), List.of("r", "s"));
	}

	@Test
	void aRowWithACellTooManyIsOutByItself() throws Exception {
		List<FileRow> rows = read("a,b\n1,2,3\n1,2\n");
		assertThat(rows).extracting(FileRow::fault).containsExactly("import.fault.columns", null);
		assertThat(rows.get(0).cells()).containsExactly("1", "2", "3");
	}

	@Test
	void emptyCellsTooManyAndMissingCellsAtTheEndAreNoFault() throws Exception {
		assertThat(read("a,b\n1\n1,2,,\n")).extracting(FileRow::cells)
			.containsExactly(List.of("1", ""), List.of("1", "2"));
	}

	@Test
	void rowsOfBlanksAreNoRows() throws Exception {
		assertThat(read("a,b\n,\n , \n\"\",\"\"\n1,2\n")).extracting(FileRow::line).containsExactly(5L);
	}

	@Test
	void blankLinesAreNoRowsAndEveryLineEndCounts() throws Exception {
		List<FileRow> rows = read("a,b\r\n\r\n1,2\r3,4\n\n");
		assertThat(rows).extracting(FileRow::line).containsExactly(3L, 4L);
	}

	@Test
	void aRowOfEndlessLengthIsOutAndTheNextIsIn() throws Exception {
		List<FileRow> rows = read("a,b\n" + "x".repeat(LineReader.LONGEST + 5) + "\n1,2\n");
		assertThat(rows).extracting(FileRow::fault).containsExactly("import.fault.long", null);
	}

	@Test
	void aQuotedCellMayHaveLinesOfAddressesInAnyColumn() throws Exception {
		assertThat(read("a,b,c\n\"v@x.example\nw@x.example\",A,yes\n1,\"v@x.example, A\nw@x.example\",no\n"))
			.extracting(FileRow::fault)
			.containsExactly(null, null);
		assertThat(read("a,b\nA,\"v@x.example, w@x.example\nu@x.example\"\n")).extracting(FileRow::fault)
			.containsExactly((String) null);
		assertThat(read("a,b,c\n\"Ann,v@x.example,1\nBen\",w@x.example,0\n")).extracting(FileRow::fault)
			.contains("import.fault.quotes");
	}

	@Test
	void aRowTellsHowManyCellsItDoesNotHave() throws Exception {
		assertThat(read("a,b,c\n1\n1,,\n1,2,3,\n")).extracting(FileRow::missing).containsExactly(2, 0, 0);
	}

	private static List<FileRow> read(String text) throws Exception {
		List<FileRow> all = new ArrayList<>();
		try (RowReader rows = new RowReader(
				new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8),
				new FileLayout("UTF-8", ",", 1))) {
			for (FileRow row = rows.next(); row != null; row = rows.next()) {
				all.add(row);
			}
		}
		return all;
	}

}
