package dev.sayso.exchange.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import dev.sayso.person.WrittenAnswer;

/**
 * What an export of another tool is known by, and what it says.
 *
 * @param headers sets of columns; one whole set is enough, by normalised names
 * @param files parts of the file's name
 * @param fileNeeded whether the columns alone say too little
 * @param everybody what everybody in the file has opted out of: the key of a purpose, or
 * {@link #UNDELIVERABLE}; empty for nothing
 * @param suppressions whether the file is a list of addresses rather than of people
 * @param columns the targets of columns that mean something else than by their names, by
 * normalised name
 */
public record FilePreset(String key, List<Set<String>> headers, List<String> files, boolean fileNeeded,
		String everybody, boolean suppressions, Map<String, ColumnTarget> columns) {

	/** Sayso's own export, whatever it is named. */
	private static final String OWN = "sayso-profiles";

	public static final FilePreset NONE = new FilePreset("", List.of(), List.of(), false, "", false, Map.of());

	/** The addresses in the file could not be reached. */
	public static final String UNDELIVERABLE = "undeliverable";

	private static final List<FilePreset> ALL = all();

	private static final Set<String> COMPLAINTS = Set
		.copyOf(split(Terms.load("presets.properties").getProperty("complaints"), ","));

	public static List<String> keys() {
		return ALL.stream().map(FilePreset::key).toList();
	}

	public static Optional<FilePreset> of(String key) {
		return ALL.stream().filter((preset) -> preset.key.equals(key)).findFirst();
	}

	public static FilePreset recognize(List<String> header, String fileName) {
		Set<String> names = header.stream().map(ColumnHeaders::normalise).collect(Collectors.toSet());
		FilePreset own = of(OWN).orElseThrow();
		if (own.headers.stream().anyMatch(names::containsAll)) {
			return own;
		}
		FilePreset best = NONE;
		double most = 0;
		for (FilePreset preset : ALL) {
			double score = preset.score(names, fileName.toLowerCase(Locale.ROOT));
			if (score > most) {
				most = score;
				best = preset;
			}
		}
		return (best == NONE) ? byName(fileName) : best;
	}

	/** Whether everybody in the file complained about a message. */
	public boolean areComplaints() {
		return COMPLAINTS.contains(this.key);
	}

	/** Whether the file is an export of Sayso itself. */
	boolean isOwn() {
		return this.key.equals(OWN);
	}

	private static FilePreset byName(String fileName) {
		return StopTerms.in(fileName)
			.flatMap((topic) -> (topic == WrittenAnswer.BOUNCED) ? of("bounced")
					: of("unsubscribed").map((preset) -> preset.refusing(StopTerms.refused(fileName))))
			.orElse(NONE);
	}

	/** The same where everybody has opted out of something else. */
	private FilePreset refusing(ColumnTarget refused) {
		return new FilePreset(this.key, this.headers, this.files, this.fileNeeded, refused.name(), this.suppressions,
				this.columns);
	}

	private double score(Set<String> names, String fileName) {
		int columns = this.headers.stream().filter(names::containsAll).mapToInt(Set::size).max().orElse(0);
		boolean named = this.files.stream().anyMatch(fileName::contains);
		boolean exact = this.headers.stream().anyMatch(names::equals);
		// three common words such as email, date, reason tell little, unless they are all
		// there is
		boolean telling = named || this.files.isEmpty() || exact && !this.fileNeeded;
		// a list of stops has the columns of a list of people, and its own
		return (columns == 0 || !telling) ? 0
				: 1 + columns / 10.0 + (named ? 2 : 0) + (this.everybody.isEmpty() ? 0 : 1);
	}

	private static List<FilePreset> all() {
		Properties lines = Terms.load("presets.properties");
		return split(lines.getProperty("order"), ",").stream().map((key) -> preset(key, lines)).toList();
	}

	private static FilePreset preset(String key, Properties lines) {
		List<Set<String>> headers = split(lines.getProperty(key + ".headers", ""), "\\|").stream()
			.map((names) -> split(names, ",").stream().map(ColumnHeaders::normalise).collect(Collectors.toSet()))
			.toList();
		Map<String, ColumnTarget> columns = new LinkedHashMap<>();
		for (String column : split(lines.getProperty(key + ".columns", ""), ",")) {
			int colon = column.lastIndexOf(':');
			columns.put(ColumnHeaders.normalise(column.substring(0, colon)),
					ColumnTarget.of(column.substring(colon + 1).strip()));
		}
		return new FilePreset(key, headers, split(lines.getProperty(key + ".file", ""), ","),
				Boolean.parseBoolean(lines.getProperty(key + ".needs-file")), lines.getProperty(key + ".everybody", ""),
				"suppressions".equals(lines.getProperty(key + ".kind")), columns);
	}

	private static List<String> split(String text, String by) {
		return Arrays.stream(text.split(by)).map(String::strip).filter((part) -> !part.isEmpty()).toList();
	}

}
