package dev.sayso.offer.editor;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferValidator;

/**
 * Takes what somebody sent from an offer's editor, and says what is wrong with it.
 */
@Component
class TakeOffer {

	private final EligibilityForms eligibilities;

	private final OfferValidator check;

	TakeOffer(EligibilityForms eligibilities, OfferValidator check) {
		this.eligibilities = eligibilities;
		this.check = check;
	}

	/**
	 * What was sent.
	 *
	 * @param form with what is wrong
	 * @param edit as far as it could be read
	 */
	record Taken(OfferForm form, OfferDraft edit) {

	}

	Taken of(OfferForm form) {
		Map<String, OfferFault> wrongs = new LinkedHashMap<>();
		String eligibility = "";
		try {
			eligibility = this.eligibilities.kept(form.eligibility());
		}
		catch (InvalidConditionException ex) {
			wrongs.put("eligibility", OfferFault.of("offer.fault.eligibility"));
		}
		OfferFormParser.Result read = OfferFormParser.of(form.values(), eligibility);
		if (form.isFresh() && !OfferForm.isKey(form.slug())) {
			wrongs.put("slug", OfferFault.of("offer.fault.slug"));
		}
		read.wrongs().forEach(wrongs::putIfAbsent);
		this.check.of(form.fallback(), read.edit().content()).forEach(wrongs::putIfAbsent);
		return new Taken(form.wrong(wrongs), read.edit());
	}

}
