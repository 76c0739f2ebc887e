package dev.sayso.offer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.condition.BadCondition;
import dev.sayso.condition.Conditions;

/**
 * Finds what is wrong with an offer, by the name of the part it is wrong in.
 */
@Component
public class CheckOffer {

	private final Placements placements;

	private final Qualifiers qualifiers;

	private final Conditions conditions;

	private final CheckFallback fallbacks;

	private final OfferTexts texts;

	CheckOffer(Placements placements, Qualifiers qualifiers, Conditions conditions, CheckFallback fallbacks,
			OfferTexts texts) {
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.conditions = conditions;
		this.fallbacks = fallbacks;
		this.texts = texts;
	}

	/**
	 * What may be kept of an edit: its texts without what is not safe.
	 * @throws BadOffer when something is wrong with it
	 */
	OfferEdit kept(boolean fallback, OfferEdit edit) {
		Map<String, Wrong> wrongs = of(fallback, edit.content());
		if (!wrongs.isEmpty()) {
			throw new BadOffer(wrongs);
		}
		return new OfferEdit(edit.name(), edit.description(), this.texts.cleaned(edit.content()));
	}

	/**
	 * What keeps an offer from being saved.
	 */
	public Map<String, Wrong> of(boolean fallback, OfferContent content) {
		Map<String, Wrong> wrongs = new LinkedHashMap<>();
		content.representations().forEach((one) -> check(one, content, wrongs));
		CheckLimits.of(content).forEach(wrongs::putIfAbsent);
		content.qualifiers()
			.stream()
			.filter((qualifier) -> this.qualifiers.findBySlug(qualifier).isEmpty())
			.forEach((gone) -> wrongs.put("qualifier." + gone, Wrong.of("offer.fault.qualifier", gone)));
		if (!isAsked(content)) {
			wrongs.put("eligibility", Wrong.of("offer.fault.eligibility"));
		}
		if (fallback) {
			this.fallbacks.of(content).forEach(wrongs::putIfAbsent);
		}
		return wrongs;
	}

	/**
	 * What keeps it from being approved: that, and whatever would show nothing.
	 */
	public Map<String, Wrong> ofApproval(boolean fallback, OfferContent content) {
		Map<String, Wrong> wrongs = new LinkedHashMap<>(of(fallback, content));
		if (content.representations().isEmpty()) {
			wrongs.put("representations", Wrong.of("offer.fault.silent"));
		}
		content.representations()
			.stream()
			.filter((one) -> one.content().isBlank())
			.map(OfferParts::place)
			.forEach((place) -> wrongs.putIfAbsent("content." + place, Wrong.of("offer.content.blank", "")));
		return wrongs;
	}

	private void check(Representation one, OfferContent offer, Map<String, Wrong> wrongs) {
		String part = "content." + OfferParts.place(one);
		if (!one.language().isEmpty() && Language.tag(one.language()).filter(one.language()::equals).isEmpty()) {
			wrongs.put(part, Wrong.of("offer.fault.language", one.language()));
		}
		this.placements.findBySlug(one.placement())
			.ifPresentOrElse(
					(placement) -> this.texts.wrongs(one, placement.type(), offer).forEach(wrongs::putIfAbsent),
					() -> wrongs.put(part, Wrong.of("offer.fault.placement", one.placement())));
	}

	private boolean isAsked(OfferContent content) {
		try {
			return this.conditions.faults(content.eligible()).isEmpty();
		}
		catch (BadCondition ex) {
			return false;
		}
	}

}
