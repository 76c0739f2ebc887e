package dev.sayso.offer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.offer.placement.Placements;

/**
 * Finds what is wrong with an offer, by the name of the part it is wrong in.
 */
@Component
public class OfferValidator {

	private final Placements placements;

	private final Qualifiers qualifiers;

	private final ConditionCompiler conditions;

	private final CheckFallback fallbacks;

	private final OfferTextAnalysis texts;

	OfferValidator(Placements placements, Qualifiers qualifiers, ConditionCompiler conditions, CheckFallback fallbacks,
			OfferTextAnalysis texts) {
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.conditions = conditions;
		this.fallbacks = fallbacks;
		this.texts = texts;
	}

	/**
	 * What may be kept of an edit: its texts without what is not safe.
	 * @throws InvalidOfferException when something is wrong with it
	 */
	OfferDraft kept(boolean fallback, OfferDraft edit) {
		Map<String, OfferFault> wrongs = of(fallback, edit.content());
		if (!wrongs.isEmpty()) {
			throw new InvalidOfferException(wrongs);
		}
		return new OfferDraft(edit.name(), edit.description(), this.texts.cleaned(edit.content()));
	}

	/**
	 * What keeps an offer from being saved.
	 */
	public Map<String, OfferFault> of(boolean fallback, OfferContent content) {
		Map<String, OfferFault> wrongs = new LinkedHashMap<>();
		content.representations().forEach((one) -> check(one, content, wrongs));
		CheckLimits.of(content).forEach(wrongs::putIfAbsent);
		content.qualifiers()
			.stream()
			.filter((qualifier) -> this.qualifiers.findBySlug(qualifier).isEmpty())
			.forEach((gone) -> wrongs.put("qualifier." + gone, OfferFault.of("offer.fault.qualifier", gone)));
		if (!isAsked(content)) {
			wrongs.put("eligibility", OfferFault.of("offer.fault.eligibility"));
		}
		if (fallback) {
			this.fallbacks.of(content).forEach(wrongs::putIfAbsent);
		}
		return wrongs;
	}

	/**
	 * What keeps it from being approved: that, and whatever would show nothing.
	 */
	public Map<String, OfferFault> ofApproval(boolean fallback, OfferContent content) {
		Map<String, OfferFault> wrongs = new LinkedHashMap<>(of(fallback, content));
		if (content.representations().isEmpty()) {
			wrongs.put("representations", OfferFault.of("offer.fault.silent"));
		}
		content.representations()
			.stream()
			.filter((one) -> one.content().isBlank())
			.map(OfferParts::place)
			.forEach((place) -> wrongs.putIfAbsent("content." + place, OfferFault.of("offer.content.blank", "")));
		return wrongs;
	}

	private void check(Representation one, OfferContent offer, Map<String, OfferFault> wrongs) {
		String part = "content." + OfferParts.place(one);
		if (!one.language().isEmpty() && LanguageTag.tag(one.language()).filter(one.language()::equals).isEmpty()) {
			wrongs.put(part, OfferFault.of("offer.fault.language", one.language()));
		}
		this.placements.findBySlug(one.placement())
			.ifPresentOrElse(
					(placement) -> this.texts.wrongs(one, placement.type(), offer).forEach(wrongs::putIfAbsent),
					() -> wrongs.put(part, OfferFault.of("offer.fault.placement", one.placement())));
	}

	private boolean isAsked(OfferContent content) {
		try {
			return this.conditions.faults(content.eligible()).isEmpty();
		}
		catch (InvalidConditionException ex) {
			return false;
		}
	}

}
