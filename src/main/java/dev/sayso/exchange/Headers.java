package dev.sayso.exchange;

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
import dev.sayso.profile.Attribute;
import dev.sayso.profile.DetailsDraft;

/**
 * Knows columns by their names: those of the API, those people write in English, French
 * and Dutch, and those of an Adobe Campaign profile export, as labels and as API names.
 */
public final class Headers {

	private static final Map<String, Target> KNOWN = known();

	private Headers() {
	}

	/**
	 * What each column seems to be; of two that seem the same the first is.
	 */
	public static List<Target> match(List<String> header, List<Attribute> attributes) {
		Map<String, Target> known = new HashMap<>();
		attributes.forEach((attribute) -> {
			Target target = new Target(Target.Kind.ATTRIBUTE, attribute.name());
			known.put(plain(attribute.label()), target);
			known.put(plain(attribute.name()), target);
			known.put(plain("attributes." + attribute.name()), target);
		});
		known.putAll(KNOWN);
		List<Target> targets = new ArrayList<>();
		Set<Target> taken = new HashSet<>();
		for (String name : header) {
			Target target = known.getOrDefault(plain(name), known.getOrDefault(plain(last(name)), Target.NOTHING));
			targets.add((target == Target.NOTHING || taken.add(target)) ? target : Target.NOTHING);
		}
		return targets;
	}

	/**
	 * Whether this looks like people leaving Adobe Campaign.
	 */
	public static boolean fromCampaign(List<String> header) {
		return header.stream().map(Headers::last).map(Headers::plain).anyMatch((name) -> name.startsWith("blacklist"))
				|| header.stream().map(Headers::plain).filter((name) -> name.startsWith("nolongercontact")).count() > 1;
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

	private static Map<String, Target> known() {
		Properties synonyms = new Properties();
		try (Reader reader = new InputStreamReader(Headers.class.getResourceAsStream("/exchange/headers.properties"),
				StandardCharsets.UTF_8)) {
			synonyms.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, Target> known = new HashMap<>();
		synonyms.forEach((target, names) -> {
			for (String name : names.toString().split(",")) {
				known.put(plain(name), Target.of(target.toString()));
			}
		});
		DetailsDraft.FIELDS.forEach((field) -> known.put(plain(field), Target.of(field)));
		for (Purpose purpose : Purpose.values()) {
			known.put(plain(purpose.key()), Target.consent(purpose));
			known.put(plain("consents." + purpose.key() + ".val"), Target.consent(purpose));
		}
		return known;
	}

}
