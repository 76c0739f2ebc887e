package dev.sayso.exchange.imports;

import java.util.List;
import java.util.Map;

import dev.sayso.exchange.file.FileLayout;

/**
 * The columns of a file with samples of their cells.
 *
 * @param campaign whether the file looks like an Adobe Campaign profile export
 * @param faults message keys of what is wrong with what was chosen
 */
record ImportColumnsView(Import run, FileLayout layout, ImportPlan plan, List<Column> columns,
		List<ColumnMenu.Group> menu, Map<String, String> countries, boolean campaign, List<String> faults) {

	/**
	 * A column.
	 *
	 * @param samples the cells of the first rows
	 */
	record Column(String name, String target, List<String> samples) {
	}

	public List<String> encodings() {
		return FileLayout.ENCODINGS;
	}

	public List<String> delimiters() {
		return FileLayout.DELIMITERS;
	}

	/**
	 * Message key of a delimiter's name.
	 */
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

}
