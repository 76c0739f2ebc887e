package dev.sayso.offer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;

/**
 * Finds what is wrong with an offer, by the name of the part it is wrong in.
 */
@Component
public class OfferValidator {

	private static final int MOST_TEXTS = 500;

	/** How much may be written in all of them. */
	private static final int MOST_WRITTEN = 400_000;

	private final Qualifiers qualifiers;

	private final ConditionCompiler conditions;

	private final OfferTextAnalysis texts;

	private final CatalogueLabels labels;

	OfferValidator(Qualifiers qualifiers, ConditionCompiler conditions, OfferTextAnalysis texts,
			CatalogueLabels labels) {
		this.qualifiers = qualifiers;
		this.conditions = conditions;
		this.texts = texts;
		this.labels = labels;
	}

	/**
	 * What may be saved of a draft: its texts without what is not safe.
	 * @throws InvalidOfferException when something is wrong with it
	 */
	OfferDraft accept(boolean fallback, OfferDraft draft) {
		Map<String, OfferFault> faults = validate(fallback, draft.content());
		if (!faults.isEmpty()) {
			throw new InvalidOfferException(faults);
		}
		return new OfferDraft(draft.name(), draft.description(), sanitize(draft.content()));
	}

	OfferContent sanitize(OfferContent content) {
		return this.texts.sanitize(content);
	}

	public Map<String, OfferFault> validate(boolean fallback, OfferContent content) {
		Map<String, OfferFault> faults = new LinkedHashMap<>();
		content.representations().forEach((representation) -> check(representation, content, faults));
		limits(content).forEach(faults::putIfAbsent);
		content.qualifiers()
			.stream()
			.filter((qualifier) -> this.qualifiers.findBySlug(qualifier).isEmpty())
			.forEach((gone) -> faults.put("qualifier." + gone, OfferFault.of("offer.fault.qualifier", gone)));
		if (!isEligibilityValid(content)) {
			faults.put("eligibility", OfferFault.of("offer.fault.eligibility"));
		}
		if (fallback) {
			fallback(content).forEach(faults::putIfAbsent);
		}
		return faults;
	}

	public Map<String, OfferFault> ofApproval(boolean fallback, OfferContent content) {
		Map<String, OfferFault> faults = new LinkedHashMap<>(validate(fallback, content));
		if (content.representations().isEmpty()) {
			faults.put("representations", OfferFault.of("offer.fault.no-text"));
		}
		content.representations()
			.stream()
			.filter(Representation::isBlank)
			.map(OfferParts::place)
			.forEach((place) -> faults.putIfAbsent("content." + place, OfferFault.of("offer.content.blank", "")));
		this.texts.missing(content).forEach(faults::putIfAbsent);
		return faults;
	}

	private void check(Representation representation, OfferContent offer, Map<String, OfferFault> faults) {
		String part = "content." + OfferParts.place(representation);
		String language = representation.language();
		if (!language.isEmpty() && LanguageTag.tag(language).filter(language::equals).isEmpty()) {
			faults.put(part, OfferFault.of("offer.fault.language", language));
		}
		this.texts.format(representation.placement())
			.ifPresentOrElse((format) -> this.texts.faults(representation, format, offer).forEach(faults::putIfAbsent),
					() -> faults.put(part, OfferFault.of("offer.fault.placement", representation.placement())));
	}

	private boolean isEligibilityValid(OfferContent content) {
		try {
			return this.conditions.faults(content.eligible()).isEmpty();
		}
		catch (InvalidConditionException ex) {
			return false;
		}
	}

	private static Map<String, OfferFault> limits(OfferContent content) {
		Map<String, OfferFault> faults = new LinkedHashMap<>();
		Set<String> places = new HashSet<>();
		content.representations()
			.stream()
			.map(OfferParts::place)
			.filter((place) -> !places.add(place))
			.forEach((place) -> faults.put("content." + place, OfferFault.of("offer.fault.twice")));
		Set<String> placements = new HashSet<>();
		content.representations()
			.stream()
			.filter(Representation::speaksToAnybody)
			.filter((representation) -> !placements.add(representation.placement()))
			.forEach((representation) -> faults.putIfAbsent(
					(representation.language().isEmpty() ? "content." : "main.") + OfferParts.place(representation),
					OfferFault.of("offer.fault.main")));
		capLimits(content, faults);
		int written = OfferParts.of("", content).values().stream().mapToInt(String::length).sum();
		if (places.size() > MOST_TEXTS || written > MOST_WRITTEN) {
			faults.put("representations", OfferFault.of("offer.fault.large", MOST_WRITTEN));
		}
		if (content.attributes().size() > OfferAttribute.MOST) {
			faults.put("attributes", OfferFault.of("offer.fault.attributes", OfferAttribute.MOST));
		}
		return faults;
	}

	private static void capLimits(OfferContent content, Map<String, OfferFault> faults) {
		Set<String> keys = new HashSet<>();
		for (int at = 0; at < content.caps().size(); at++) {
			if (!keys.add(content.caps().get(at).key())) {
				faults.put("caps." + at + ".event", OfferFault.of("offer.fault.cap.twice"));
			}
		}
		if (content.caps().size() > Cap.MOST) {
			faults.put("caps", OfferFault.of("offer.fault.caps", Cap.MOST));
		}
	}

	private Map<String, OfferFault> fallback(OfferContent content) {
		Map<String, OfferFault> faults = new LinkedHashMap<>();
		this.texts.compile(content)
			.forEach((representation, compiled) -> compiled.profileNames()
				.forEach((name) -> faults.putIfAbsent("content." + OfferParts.place(representation),
						profileFault(name, representation))));
		if (!isForEverybody(content)) {
			faults.put("eligibility", OfferFault.of("offer.fallback.eligibility"));
		}
		if (!content.caps().isEmpty()) {
			faults.put("caps", OfferFault.of("offer.fallback.caps"));
		}
		if (content.personal()) {
			faults.put("personal", OfferFault.of("offer.fallback.personal"));
		}
		return faults;
	}

	private OfferFault profileFault(String name, Representation representation) {
		String placement = this.labels.placement(representation.placement());
		return representation.language().isEmpty()
				? OfferFault.of("offer.fallback.reads.any", "profile." + name, placement)
				: OfferFault.of("offer.fallback.reads", "profile." + name, placement,
						this.labels.language(representation.language()));
	}

	private static boolean isForEverybody(OfferContent content) {
		try {
			return content.eligible().isEverybody();
		}
		catch (InvalidConditionException ex) {
			return false;
		}
	}

}
