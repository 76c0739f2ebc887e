package dev.sayso.exchange.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import dev.sayso.consent.Purpose;
import dev.sayso.person.Attribute;
import dev.sayso.person.DetailsDraft;

/**
 * Finds the target of a column by its header: names of the API, names people write in
 * English, French and Dutch, and those of an Adobe Campaign profile export, as labels and
 * as API names.
 */
public final class ColumnHeaders {

	private static final Map<String, ColumnTarget> TARGETS = targetsByHeader();

	private ColumnHeaders() {
	}

	/**
	 * The target of each column; of two columns with the same target the first has it.
	 */
	public static List<ColumnTarget> match(List<String> header, List<Attribute> attributes) {
		Map<String, ColumnTarget> byHeader = new HashMap<>();
		attributes.forEach((attribute) -> {
			ColumnTarget target = new ColumnTarget(ColumnTarget.Kind.ATTRIBUTE, attribute.name());
			byHeader.put(normalise(attribute.label()), target);
			byHeader.put(normalise(attribute.name()), target);
			byHeader.put(normalise("attributes." + attribute.name()), target);
		});
		byHeader.putAll(TARGETS);
		List<ColumnTarget> targets = new ArrayList<>();
		Set<ColumnTarget> assigned = new HashSet<>();
		for (String name : header) {
			ColumnTarget target = byHeader.getOrDefault(normalise(name),
					byHeader.getOrDefault(normalise(last(name)), ColumnTarget.NOTHING));
			targets.add((target == ColumnTarget.NOTHING || assigned.add(target)) ? target : ColumnTarget.NOTHING);
		}
		return targets;
	}

	/**
	 * Whether this looks like a profile export of Adobe Campaign.
	 */
	public static boolean fromCampaign(List<String> header) {
		return header.stream()
			.map(ColumnHeaders::last)
			.map(ColumnHeaders::normalise)
			.anyMatch((name) -> name.startsWith("blacklist"))
				|| header.stream()
					.map(ColumnHeaders::normalise)
					.filter((name) -> name.startsWith("nolongercontact"))
					.count() > 1;
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
	public static String normalise(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKD)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{Ll}\\p{Nd}]", "");
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
		}
		return byHeader;
	}

}
