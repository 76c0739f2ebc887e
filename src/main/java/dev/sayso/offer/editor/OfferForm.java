package dev.sayso.offer.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.MultiValueMap;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.condition.Condition;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.Validity;
import dev.sayso.shared.Slug;

/**
 * An offer in its editor: the parts as they were typed, and what is wrong with them.
 *
 * @param id of the offer that is edited; empty for a new one
 * @param version of it that the form was made of
 * @param values by part name
 * @param faults by part name
 */
record OfferForm(String id, int version, String slug, boolean fallback, Map<String, String> values,
		EligibilityForm eligibility, Map<String, OfferFault> faults) {

	private static final List<String> RESERVED = List.of("new", "draft", "preview");

	static OfferForm blank(boolean fallback, String zone) {
		OfferContent blank = new OfferContent(null, null, null, new Validity(null, null, zone), 0, null, null, false);
		return new OfferForm("", -1, "", fallback, PartRows.parts(OfferParts.of("", blank)),
				EligibilityForm.of(Condition.EVERYBODY), Map.of());
	}

	static OfferForm of(Offer offer) {
		return new OfferForm(offer.id().toString(), (offer.version() != null) ? offer.version() : 0, offer.slug(),
				offer.fallback(), PartRows.parts(OfferParts.of(offer)), EligibilityForm.of(offer.draft().eligibility()),
				Map.of());
	}

	/**
	 * Reads what was typed about a new offer.
	 */
	static OfferForm read(MultiValueMap<String, String> typed) {
		Map<String, String> values = typed.toSingleValueMap();
		String slug = values.getOrDefault("slug", "").strip();
		boolean fallback = "true".equals(values.get("fallback"));
		boolean chosen = typed.containsKey("eligibility") || typed.containsKey("eligibility.kept");
		EligibilityForm eligibility = (fallback && !chosen) ? EligibilityForm.of(Condition.EVERYBODY)
				: EligibilityForm.read(typed);
		String version = values.getOrDefault("version", "");
		return new OfferForm("", version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
				slug.isEmpty() ? Slug.from(values.getOrDefault("name", ""), RESERVED) : slug, fallback,
				PartRows.parts(values), eligibility, Map.of());
	}

	/**
	 * The same for an offer that is saved already.
	 */
	OfferForm about(Offer offer) {
		return new OfferForm(offer.id().toString(), this.version, offer.slug(), offer.fallback(), this.values,
				this.eligibility, this.faults);
	}

	OfferForm with(Map<String, String> changed) {
		return new OfferForm(this.id, this.version, this.slug, this.fallback, changed, this.eligibility, this.faults);
	}

	OfferForm with(EligibilityForm changed) {
		return new OfferForm(this.id, this.version, this.slug, this.fallback, this.values, changed, this.faults);
	}

	OfferForm withFaults(Map<String, OfferFault> changed) {
		return new OfferForm(this.id, this.version, this.slug, this.fallback, this.values, this.eligibility, changed);
	}

	OfferForm withFault(String part, OfferFault fault) {
		Map<String, OfferFault> more = new LinkedHashMap<>(this.faults);
		more.put(part, fault);
		return withFaults(more);
	}

	public String value(String part) {
		return this.values.getOrDefault(part, "");
	}

	public boolean isFresh() {
		return this.id.isEmpty();
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	/**
	 * Whether a key can be given: those that URLs of the console have for other things
	 * cannot.
	 */
	static boolean isKey(String slug) {
		return Slug.isSlug(slug) && !RESERVED.contains(slug);
	}

}
