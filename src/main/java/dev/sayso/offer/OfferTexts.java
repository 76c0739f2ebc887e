package dev.sayso.offer;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Conditions;
import dev.sayso.condition.Fault;

/**
 * Finds what is wrong with the texts of a representation, and what they read.
 */
@Component
class OfferTexts {

	private static final Pattern READ = Pattern.compile("\\{\\{\\{?\\s*profile\\.([A-Za-z0-9_.]+)");

	private final Conditions conditions;

	OfferTexts(Conditions conditions) {
		this.conditions = conditions;
	}

	/**
	 * What is wrong, by the name of the part it is wrong in.
	 */
	Map<String, Wrong> of(Representation one, ContentType type, OfferContent offer) {
		return Map.of();
	}

	/**
	 * What it reads of a person.
	 */
	List<String> reads(Representation one, OfferContent offer) {
		TreeSet<String> names = new TreeSet<>();
		Matcher matcher = READ.matcher(one.content() + " " + one.alt() + " " + one.link());
		while (matcher.find()) {
			names.add(matcher.group(1));
		}
		return List.copyOf(names);
	}

	boolean isPersonalized(OfferContent offer) {
		return offer.personal() || offer.representations().stream().anyMatch((one) -> !reads(one, offer).isEmpty());
	}

	/**
	 * The names that a text of it may read.
	 */
	List<OfferEditor.Names> names(OfferContent offer) {
		return List.of();
	}

	/**
	 * Why it is personalized, as sentences; empty where it is not.
	 */
	List<String> whys(OfferContent offer) {
		return List.of();
	}

	List<Fault> faults(Condition eligibility) {
		return this.conditions.faults(eligibility);
	}

}
