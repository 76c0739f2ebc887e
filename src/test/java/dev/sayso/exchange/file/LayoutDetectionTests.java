package dev.sayso.exchange.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LayoutDetectionTests {

	@TempDir
	Path folder;

	static Stream<Arguments> delimitersAndEncodings() {
		return FileLayout.DELIMITERS.stream()
			.flatMap((delimiter) -> Stream
				.of("UTF-8", "UTF-8 with mark", "UTF-16LE", "UTF-16BE", "UTF-16 with mark", "windows-1252",
						"ISO-8859-1")
				.map((encoding) -> Arguments.of(delimiter, encoding)));
	}

	@ParameterizedTest
	@MethodSource("delimitersAndEncodings")
	void everyDelimiterAndEncodingIsFound(String delimiter, String encoding) throws Exception {
		String text = String.join("\r\n", "Prénom,E-mail,Note".replace(",", delimiter),
				"\"Zoé\",zoe@x.example,\"a %s b\"".formatted(delimiter)
					.replace("\",", "\"" + delimiter)
					.replace(",\"", delimiter + "\""),
				"Jürgen,jurgen@x.example,é".replace(",", delimiter), "");
		Path file = write(text, encoding);
		FileLayout layout = LayoutDetection.of(file);
		assertThat(layout.delimiter()).isEqualTo(delimiter);
		List<List<String>> rows = rows(file, layout);
		assertThat(rows.get(0)).containsExactly("Prénom", "E-mail", "Note");
		assertThat(rows.get(1)).containsExactly("Zoé", "zoe@x.example", "a " + delimiter + " b");
		assertThat(rows.get(2)).containsExactly("Jürgen", "jurgen@x.example", "é");
	}

	@Test
	void anAccentThatComesLateStillTellsTheEncoding() throws Exception {
		String text = "email,name\n" + "a@x.example,plain\n".repeat(20_000) + "b@x.example,Zoé\n";
		assertThat(LayoutDetection.of(write(text, "windows-1252")).encoding()).isEqualTo("windows-1252");
		assertThat(LayoutDetection.of(write(text, "UTF-8")).encoding()).isEqualTo("UTF-8");
	}

	@Test
	void aSingleColumnIsAListToo() throws Exception {
		Path file = write("email\na@x.example\nb@x.example\n", "UTF-8");
		assertThat(rows(file, LayoutDetection.of(file))).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                          | import.unreadable.empty
			'   '                       | import.unreadable.empty
			'email;name'                | import.unreadable.rows
			'<!doctype html><p>a;b</p>' | import.unreadable.other
			'[{"email":"a"}]'           | import.unreadable.other
			""")
	void whatIsNoListOfPeopleIsRefused(String text, String code) throws Exception {
		refuses(text.getBytes(StandardCharsets.UTF_8), code);
	}

	@Test
	void binariesAreRefused() {
		refuses(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }, "import.unreadable.other");
		refuses("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "import.unreadable.other");
	}

	@ParameterizedTest
	@CsvSource({ "windows-1250,Łukasz Żółć", "windows-1250,Paweł Święty", "windows-1251,Наталья Иванова",
			"windows-1251,Пётр Щукин", "Shift_JIS,山田太郎", "windows-1252,Zoé Lefèvre", "windows-1252,Jürgen Groß",
			"windows-1252,José Muñoz", "windows-1252,Søren Ærø", "UTF-8,Łukasz" })
	void namesTellTheEncoding(String encoding, String name) throws Exception {
		Path file = write("email,name,blackList\na@x.example," + name + ",1\nb@x.example,Ann,0\n", encoding);
		FileLayout layout = LayoutDetection.of(file);
		assertThat(rows(file, layout).get(1)).contains(name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			email,name\\na@x.example,Ann\\n                            ~ 1 ~ ,
			sep=;\\nemail;name\\na@x.example;Ann\\n                   ~ 2 ~ ;
			Unsubscribes of May\\n\\nemail,name\\na@x.example,Ann\\n  ~ 3 ~ ,
			Report;;\\nmade by Ann;;\\nemail;name;city\\na@x;Ann;Gent\\n ~ 3 ~ ;
			a@x.example,Ann\\nb@x.example,Ben\\n                       ~ 0 ~ ,
			+33639981245;Ann\\n+33639981246;Ben\\n                     ~ 0 ~ ;
			a@x.example\\nb@x.example\\n                               ~ 0 ~ ,
			""")
	void theHeaderIsFound(String text, int row, String delimiter) throws Exception {
		FileLayout layout = LayoutDetection.of(write(text.replace("\\n", "\n"), "UTF-8"));
		assertThat(layout.headerRow()).isEqualTo(row);
		assertThat(layout.delimiter()).isEqualTo(delimiter);
	}

	private void refuses(byte[] content, String code) {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> {
			Path file = this.folder.resolve("refused");
			Files.write(file, content);
			LayoutDetection.of(file);
		}).withMessage(code);
	}

	private Path write(String text, String encoding) throws Exception {
		Path file = this.folder.resolve("list.csv");
		String marked = encoding.endsWith("with mark") ? "\uFEFF" + text : text;
		Charset charset = encoding.startsWith("UTF-16 ") ? StandardCharsets.UTF_16LE
				: Charset.forName(encoding.split(" ")[0]);
		Files.write(file, marked.getBytes(charset));
		return file;
	}

	private static List<List<String>> rows(Path file, FileLayout layout) throws Exception {
		List<List<String>> all = new ArrayList<>();
		try (RowReader rows = new RowReader(new LineReader(Files.newInputStream(file), layout.charset()), layout)) {
			all.add(rows.header());
			for (FileRow row = rows.next(); row != null; row = rows.next()) {
				assertThat(row.fault()).isNull();
				all.add(row.cells());
			}
		}
		return all;
	}

}
