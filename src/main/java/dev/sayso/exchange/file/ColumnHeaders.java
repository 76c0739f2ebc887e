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
 * Knows columns by their names: those of the API, those people write in English, French
 * and Dutch, and those of an Adobe Campaign profile export, as labels and as API names.
 */
public final class ColumnHeaders {

	private static final Map<String, ColumnTarget> KNOWN = known();

	private ColumnHeaders() {
	}

	/**
	 * What each column seems to be; of two that seem the same the first is.
	 */
	public static List<ColumnTarget> match(List<String> header, List<Attribute> attributes) {
		Map<String, ColumnTarget> known = new HashMap<>();
		attributes.forEach((attribute) -> {
			ColumnTarget target = new ColumnTarget(ColumnTarget.Kind.ATTRIBUTE, attribute.name());
			known.put(plain(attribute.label()), target);
			known.put(plain(attribute.name()), target);
			known.put(plain("attributes." + attribute.name()), target);
		});
		known.putAll(KNOWN);
		List<ColumnTarget> targets = new ArrayList<>();
		Set<ColumnTarget> taken = new HashSet<>();
		for (String name : header) {
			ColumnTarget target = known.getOrDefault(plain(name),
					known.getOrDefault(plain(last(name)), ColumnTarget.NOTHING));
			targets.add((target == ColumnTarget.NOTHING || taken.add(target)) ? target : ColumnTarget.NOTHING);
		}
		return targets;
	}

	/**
	 * Whether this looks like people leaving Adobe Campaign.
	 */
	public static boolean fromCampaign(List<String> header) {
		return header.stream()
			.map(ColumnHeaders::last)
			.map(ColumnHeaders::plain)
			.anyMatch((name) -> name.startsWith("blacklist"))
				|| header.stream()
					.map(ColumnHeaders::plain)
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
	 * Case, accents, blanks and signs tell no two columns apart.
	 */
	public static String plain(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKD)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{Ll}\\p{Nd}]", "");
	}

	private static Map<String, ColumnTarget> known() {
		Properties synonyms = new Properties();
		try (Reader reader = new InputStreamReader(
				ColumnHeaders.class.getResourceAsStream("/exchange/headers.properties"), StandardCharsets.UTF_8)) {
			synonyms.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, ColumnTarget> known = new HashMap<>();
		synonyms.forEach((target, names) -> {
			for (String name : names.toString().split(",")) {
				known.put(plain(name), ColumnTarget.of(target.toString()));
			}
		});
		DetailsDraft.FIELDS.forEach((field) -> known.put(plain(field), ColumnTarget.of(field)));
		for (Purpose purpose : Purpose.values()) {
			known.put(plain(purpose.key()), ColumnTarget.consent(purpose));
			known.put(plain("consents." + purpose.key() + ".val"), ColumnTarget.consent(purpose));
		}
		return known;
	}

}
