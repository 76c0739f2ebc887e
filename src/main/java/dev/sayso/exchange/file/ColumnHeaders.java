package dev.sayso.exchange.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;
import dev.sayso.person.Attribute;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.WrittenAnswer;

/**
 * Finds the target of a column by its header: names of the API, names people write in
 * eight languages, and those of other tools; else by its cells.
 */
public final class ColumnHeaders {

	private static final Map<String, ColumnTarget> TARGETS = targetsByHeader();

	private static final Pattern EMAIL = Pattern.compile("(?:.*<|mailto:)?[^\\s@<>]+@[^\\s@<>]+\\.\\p{L}[^\\s@<>]*>?");

	private static final Pattern NUMBER = Pattern.compile("\\+?(?:[\\s().-]?\\d){9,15}");

	/** States that a column of subscribers has, and no other column. */
	private static final Set<WrittenAnswer> TELLING = EnumSet.of(WrittenAnswer.LEFT, WrittenAnswer.STOPPED,
			WrittenAnswer.BOUNCED, WrittenAnswer.STAYS);

	private ColumnHeaders() {
	}

	/**
	 * The target of each column by its name; of two columns with the same target the
	 * first has it, but that each answer is heard.
	 * @param preset what the tool that made the file calls its columns
	 */
	public static List<ColumnTarget> match(List<String> header, List<Attribute> attributes, FilePreset preset) {
		Map<String, ColumnTarget> byHeader = new HashMap<>();
		attributes.forEach((attribute) -> {
			ColumnTarget target = new ColumnTarget(ColumnTarget.Kind.ATTRIBUTE, attribute.name());
			byHeader.put(normalise(attribute.label()), target);
			byHeader.put(normalise(attribute.name()), target);
			byHeader.put(normalise("attributes." + attribute.name()), target);
		});
		byHeader.putAll(TARGETS);
		byHeader.putAll(preset.columns());
		List<ColumnTarget> targets = new ArrayList<>();
		Set<ColumnTarget> assigned = new HashSet<>();
		for (String name : header) {
			ColumnTarget target = target(name, byHeader);
			targets.add((target.isShared() || assigned.add(target)) ? target : ColumnTarget.NOTHING);
		}
		return targets;
	}

	/**
	 * The same with columns whose names say nothing matched by their cells: an address in
	 * each, or the states of subscribers.
	 * @param rows the first rows
	 */
	public static List<ColumnTarget> match(List<String> header, List<Attribute> attributes, FilePreset preset,
			List<FileRow> rows) {
		List<ColumnTarget> targets = match(header, attributes, preset);
		boolean stops = targets.stream().anyMatch(ColumnTarget::isAnswer);
		for (int i = 0; i < targets.size(); i++) {
			int index = i;
			boolean free = targets.get(i) == ColumnTarget.NOTHING
					&& !preset.columns().containsKey(normalise(header.get(i)));
			List<String> cells = rows.stream()
				.map((row) -> (index < row.cells().size()) ? row.cells().get(index).strip() : "")
				.filter((cell) -> !cell.isEmpty())
				.toList();
			if (free && !cells.isEmpty()) {
				targets.set(i,
						byCells(cells, header.get(i).isBlank(), stops)
							.filter((target) -> target.isShared() || !targets.contains(target))
							.orElse(ColumnTarget.NOTHING));
			}
		}
		return targets;
	}

	private static Optional<ColumnTarget> byCells(List<String> cells, boolean nameless, boolean stops) {
		if (cells.stream().filter((cell) -> EMAIL.matcher(cell).matches()).count() * 2 > cells.size()) {
			return Optional.of(ColumnTarget.of("email"));
		}
		if (nameless && cells.stream().filter((cell) -> NUMBER.matcher(cell).matches()).count() * 2 > cells.size()) {
			return Optional.of(ColumnTarget.of("mobile"));
		}
		boolean states = !stops && cells.stream().allMatch(ColumnHeaders::isState)
				&& cells.stream().anyMatch((cell) -> TELLING.contains(WrittenAnswer.parse(cell).orElseThrow()));
		return states ? Optional.of(ColumnTarget.consent(Purpose.MARKETING_EMAIL)) : Optional.empty();
	}

	/**
	 * Whether a cell is a state of a subscriber rather than a yes or a no.
	 */
	private static boolean isState(String cell) {
		return WrittenAnswer.parse(cell)
			.filter((answer) -> answer != WrittenAnswer.YES && answer != WrittenAnswer.NO)
			.isPresent();
	}

	private static ColumnTarget target(String name, Map<String, ColumnTarget> byHeader) {
		ColumnTarget target = byHeader.get(normalise(name));
		int consents = name.indexOf("consents.");
		if (target == null && consents > 0) {
			target = byHeader.get(normalise(name.substring(consents)));
		}
		if (target == null && consents < 0) {
			target = byHeader.get(normalise(last(name)));
		}
		return (target != null) ? target
				: (consents < 0) ? StopTerms.target(name).orElse(ColumnTarget.NOTHING) : ColumnTarget.NOTHING;
	}

	/**
	 * Exports name a field by its path: {@code location.zipCode},
	 * {@code [location/@city]}.
	 */
	private static String last(String name) {
		String[] parts = name.split("[./@]");
		return (parts.length > 0) ? parts[parts.length - 1] : name;
	}

	/**
	 * The header without case, accents, blanks and signs.
	 */
	static String normalise(String name) {
		return WrittenAnswer.normalize(name);
	}

	private static Map<String, ColumnTarget> targetsByHeader() {
		Properties synonyms = new Properties();
		try (Reader reader = new InputStreamReader(
				ColumnHeaders.class.getResourceAsStream("/exchange/headers.properties"), StandardCharsets.UTF_8)) {
			synonyms.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, ColumnTarget> byHeader = new HashMap<>();
		synonyms.forEach((target, names) -> {
			for (String name : names.toString().split(",")) {
				byHeader.put(normalise(name), ColumnTarget.of(target.toString()));
			}
		});
		DetailsDraft.FIELDS.forEach((field) -> byHeader.put(normalise(field), ColumnTarget.of(field)));
		for (Purpose purpose : Purpose.values()) {
			byHeader.put(normalise(purpose.key()), ColumnTarget.consent(purpose));
			byHeader.put(normalise("consents." + purpose.key() + ".val"), ColumnTarget.consent(purpose));
			byHeader.put(normalise("consents." + purpose.key() + ".time"), ColumnTarget.saidAt(purpose));
		}
		return byHeader;
	}

}
