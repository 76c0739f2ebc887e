package dev.sayso.exchange.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;
import dev.sayso.person.Attribute;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.WrittenAnswer;

/**
 * Finds the target of a column by its header: names of the API, names people write in
 * eight languages, and those of other tools; else by its cells. The columns beside it may
 * tell otherwise.
 */
public final class ColumnHeaders {

	private static final Properties SYNONYMS = Terms.load("headers.properties");

	private static final Map<String, ColumnTarget> TARGETS = targetsByHeader();

	private static final ColumnTarget EXTERNAL_ID = ColumnTarget.of("externalId");

	/** Opt-outs as XDM had them before its consents: by channel, and of all. */
	private static final Pattern OPT_IN_OUT = Pattern.compile("(?i)(?:.*\\.)?optInOut\\.(?:.*[./:])?([^./:]+)");

	private static final Pattern ANSWERED = Pattern.compile("(?i).*\\p{L}\\s*[:=?]\\s*no\\W*");

	private ColumnHeaders() {
	}

	public static boolean isIn(Set<String> names, String name) {
		return names.contains(normalise(name));
	}

	/** Whether a column is called an id and nothing else, so that nothing says whose. */
	public static boolean isGenericId(String name) {
		return names("genericId").contains(normalise(name));
	}

	/**
	 * The target of each column by its name; of two columns with the same target the
	 * first has it, but that each answer is heard. What another tool numbers its rows
	 * with names nobody here, since two tools give one number to two people.
	 * @param preset what the tool that made the file calls its columns
	 */
	public static List<ColumnTarget> match(List<String> header, List<Attribute> attributes, FilePreset preset) {
		return match(header, attributes, preset, Map.of());
	}

	private static List<ColumnTarget> match(List<String> header, List<Attribute> attributes, FilePreset preset,
			Map<Integer, ColumnTarget> answers) {
		Map<String, ColumnTarget> byHeader = new HashMap<>();
		attributes.forEach((attribute) -> {
			ColumnTarget target = new ColumnTarget(ColumnTarget.Kind.ATTRIBUTE, attribute.name());
			byHeader.put(normalise(attribute.label()), target);
			byHeader.put(normalise(attribute.name()), target);
			byHeader.put(normalise("attributes." + attribute.name()), target);
		});
		byHeader.putAll(TARGETS);
		if (preset.headers().isEmpty()
				&& header.stream().noneMatch((name) -> target(name, byHeader).equals(EXTERNAL_ID))) {
			names("genericId").forEach((name) -> byHeader.put(name, EXTERNAL_ID));
		}
		byHeader.putAll(preset.columns());
		header.stream()
			.filter((name) -> isOwnAttribute(name, preset))
			.forEach((name) -> byHeader.putIfAbsent(normalise(name), ColumnTarget.NOTHING));
		List<ColumnTarget> targets = new ArrayList<>();
		Set<ColumnTarget> assigned = new HashSet<>();
		for (int i = 0; i < header.size(); i++) {
			ColumnTarget target = answers.containsKey(i) ? answers.get(i) : target(header.get(i), byHeader);
			targets.add((target.isShared() || assigned.add(target)) ? target : ColumnTarget.NOTHING);
		}
		ColumnCorrections.correct(header, targets, preset);
		return targets;
	}

	/**
	 * The same with columns matched by their cells where these say more than the names.
	 * @param rows some rows, with every value of a column that has few
	 */
	public static List<ColumnTarget> match(List<String> header, List<Attribute> attributes, FilePreset preset,
			List<FileRow> rows) {
		List<ColumnTarget> named = match(header, attributes, preset);
		Map<Integer, ColumnTarget> answers = new HashMap<>();
		for (int i = 0; i < header.size(); i++) {
			int column = i;
			if (ExportColumns.target(header.get(i)).isEmpty()) {
				ColumnCells.answered(header.get(i), named.get(i), ColumnCells.of(rows, i))
					.ifPresent((answer) -> answers.put(column, answer));
			}
		}
		List<ColumnTarget> targets = match(header, attributes, preset, answers);
		boolean stops = targets.stream().anyMatch(ColumnTarget::isAnswer) || ColumnTerms.isTrade(header);
		for (int i = 0; i < targets.size(); i++) {
			boolean open = !isSettled(header.get(i), preset) && !answers.containsKey(i);
			boolean free = open && targets.get(i) == ColumnTarget.NOTHING;
			List<String> cells = ColumnCells.of(rows, i);
			if (free && !cells.isEmpty()) {
				targets.set(i,
						ColumnCells.target(cells, header.get(i), stops)
							.filter((target) -> target.isShared() || !targets.contains(target))
							.orElse(ColumnTarget.NOTHING));
			}
			else if (open && targets.get(i).isAnswer() && ColumnCells.areNumbers(cells)) {
				targets.set(i, ColumnCells.numbers(targets.get(i), targets));
			}
		}
		return targets;
	}

	/** Whether a name says all there is to say of its column, whatever its cells hold. */
	private static boolean isSettled(String name, FilePreset preset) {
		return preset.columns().containsKey(normalise(name)) || ExportColumns.target(name).isPresent()
				|| isOwnAttribute(name, preset);
	}

	/** In Sayso's own file an attribute that is gone is not guessed to be a say. */
	private static boolean isOwnAttribute(String name, FilePreset preset) {
		return preset.isOwn() && name.startsWith("attributes.");
	}

	private static ColumnTarget target(String name, Map<String, ColumnTarget> byHeader) {
		ColumnTarget known = byHeader.get(normalise(name));
		boolean attribute = known != null && known.kind() == ColumnTarget.Kind.ATTRIBUTE;
		ColumnTarget exported = (attribute && !ExportColumns.isService(name)) ? known
				: ExportColumns.target(name).orElse(null);
		if (exported != null) {
			return exported;
		}
		Matcher optInOut = OPT_IN_OUT.matcher(name);
		if (optInOut.matches()) {
			return optInOut(optInOut.group(1));
		}
		// with a sign between it is an answer, without one a number
		boolean answered = ANSWERED.matcher(name).matches();
		ColumnTarget target = answered ? null : byHeader.get(normalise(name));
		int consents = name.indexOf("consents.");
		if (target == null && consents > 0) {
			target = byHeader.get(normalise(name.substring(consents)));
		}
		if (target == null && consents < 0 && !answered) {
			target = byHeader.get(normalise(last(name)));
		}
		return (target != null) ? target
				: (consents < 0) ? ColumnTerms.target(name).orElse(ColumnTarget.NOTHING) : ColumnTarget.NOTHING;
	}

	private static ColumnTarget optInOut(String name) {
		if (normalise(name).equals("globaloptout")) {
			return ColumnTarget.no(Purpose.MARKETING_ANY);
		}
		return StopTerms.purpose(name)
			.filter((purpose) -> purpose.channel().isPresent())
			.map(ColumnTarget::consent)
			.orElse(ColumnTarget.NOTHING);
	}

	/**
	 * Exports name a field by its path: {@code location.zipCode},
	 * {@code [location/@city]}.
	 */
	private static String last(String name) {
		String[] parts = name.split("[./@]");
		return (parts.length > 0) ? parts[parts.length - 1] : name;
	}

	static String normalise(String name) {
		return WrittenAnswer.normalize(DoubleEncoding.repair(name));
	}

	private static List<String> names(String key) {
		return Arrays.stream(SYNONYMS.getProperty(key).split(",")).map(ColumnHeaders::normalise).toList();
	}

	private static Map<String, ColumnTarget> targetsByHeader() {
		Map<String, ColumnTarget> byHeader = new HashMap<>();
		SYNONYMS.stringPropertyNames()
			.forEach((target) -> names(target).forEach((name) -> byHeader.put(name, ColumnTarget.of(target))));
		DetailsDraft.FIELDS.forEach((field) -> byHeader.put(normalise(field), ColumnTarget.of(field)));
		for (Purpose purpose : Purpose.values()) {
			byHeader.put(normalise(purpose.key()), ColumnTarget.consent(purpose));
			byHeader.put(normalise("consents." + purpose.key()), ColumnTarget.consent(purpose));
			byHeader.put(normalise("consents." + purpose.key() + ".val"), ColumnTarget.consent(purpose));
			byHeader.put(normalise("consents." + purpose.key() + ".time"),
					new ColumnTarget(ColumnTarget.Kind.SAID_AT, purpose.key()));
		}
		return byHeader;
	}

}
