package dev.sayso.offer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.audience.Eligibilities;
import dev.sayso.condition.BadCondition;

/**
 * Takes what somebody sent from an offer's editor, and says what is wrong with it.
 */
@Component
class TakeOffer {

	private final Eligibilities eligibilities;

	private final CheckOffer check;

	TakeOffer(Eligibilities eligibilities, CheckOffer check) {
		this.eligibilities = eligibilities;
		this.check = check;
	}

	/**
	 * What was sent.
	 *
	 * @param form with what is wrong
	 * @param edit as far as it could be read
	 */
	record Taken(OfferForm form, OfferEdit edit) {

	}

	Taken of(OfferForm form) {
		Map<String, Wrong> wrongs = new LinkedHashMap<>();
		String eligibility = "";
		try {
			eligibility = this.eligibilities.kept(form.eligibility());
		}
		catch (BadCondition ex) {
			wrongs.put("eligibility", Wrong.of("offer.fault.eligibility"));
		}
		ReadOffer.Result read = ReadOffer.of(form.values(), eligibility);
		if (form.isFresh() && !OfferForm.isKey(form.slug())) {
			wrongs.put("slug", Wrong.of("offer.fault.slug"));
		}
		read.wrongs().forEach(wrongs::putIfAbsent);
		this.check.of(form.fallback(), read.edit().content()).forEach(wrongs::putIfAbsent);
		return new Taken(form.wrong(wrongs), read.edit());
	}

}
