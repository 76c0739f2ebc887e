package dev.sayso.exchange.imports;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.FilePreset;

/**
 * The columns of a file with samples of their cells, and what their values mean.
 *
 * @param stops whether the file looks like one of people who opted out
 * @param faults message keys of what is wrong with what was chosen
 */
record ImportColumnsView(Import run, FileLayout layout, ImportPlan plan, List<Column> columns,
		List<ColumnMenu.Group> menu, Map<String, String> countries, Map<String, String> refusals, boolean stops,
		List<String> faults) {

	/**
	 * A column.
	 *
	 * @param samples cells of the first rows, those beyond ASCII first
	 * @param stop whether it is left out though it may hold noes
	 * @param verdict whether it is left out as one of what may be done
	 * @param repeated whether an earlier column has the same name and this one is left
	 * out
	 */
	record Column(String name, String target, List<String> samples, ColumnValues.Column values, boolean stop,
			boolean verdict, boolean repeated) {

		public boolean answers() {
			return this.values != ColumnValues.Column.NONE;
		}

	}

	public List<String> usualEncodings() {
		return FileLayout.USUAL_ENCODINGS.stream().filter(Charset::isSupported).toList();
	}

	public List<String> otherEncodings() {
		return FileLayout.encodings()
			.stream()
			.filter((encoding) -> !FileLayout.USUAL_ENCODINGS.contains(encoding))
			.toList();
	}

	public List<String> delimiters() {
		return FileLayout.DELIMITERS;
	}

	public List<String> presets() {
		return FilePreset.keys();
	}

	public String nameOf(String delimiter) {
		return "import.delimiter." + switch (delimiter) {
			case ";" -> "semicolon";
			case "\t" -> "tab";
			case "|" -> "bar";
			default -> "comma";
		};
	}

	public long matched() {
		return this.columns.stream().filter((column) -> !column.target().isEmpty()).count();
	}

	/**
	 * The ids of the sentences that say what is wrong with a field; null for none.
	 * @param faults what could be, the last part of its key
	 */
	public @Nullable String told(String... faults) {
		String ids = Stream.of(faults)
			.map((fault) -> "import.columns.fault." + fault)
			.filter(this.faults::contains)
			.map((fault) -> fault.replace('.', '-'))
			.collect(Collectors.joining(" "));
		return ids.isEmpty() ? null : ids;
	}

	public boolean hasFault(String code) {
		return this.faults.contains(code);
	}

}
