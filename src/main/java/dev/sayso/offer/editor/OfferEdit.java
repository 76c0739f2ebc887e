package dev.sayso.offer.editor;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.condition.Condition;
import dev.sayso.offer.Offer;

/**
 * What somebody edits.
 *
 * @param offer null for a new one
 */
record OfferEdit(OfferForm form, EligibilityForm eligibility, @Nullable Offer offer) {

	static OfferEdit read(OfferForm form, MultiValueMap<String, String> fields, @Nullable Offer offer) {
		boolean chosen = fields.containsKey("eligibility") || fields.containsKey("eligibility.kept");
		boolean fallback = (offer != null) ? offer.fallback() : form.fallback();
		return new OfferEdit(form,
				(fallback && !chosen) ? EligibilityForm.of(Condition.EVERYBODY) : EligibilityForm.read(fields), offer);
	}

	OfferEdit after(String act) {
		return new OfferEdit(this.form.after(act),
				EligibilityForm.isAct(act) ? this.eligibility.after(act) : this.eligibility, this.offer);
	}

	/** The field where the keyboard goes on after a button. */
	String focus(String act) {
		return switch (act.replaceFirst(":.*", "")) {
			case "cap" -> "caps[" + (this.form.caps().size() - 1) + "].event";
			case "attribute" -> "attributes[" + (this.form.attributes().size() - 1) + "].name";
			case "insert", "image" -> text(act.replaceFirst("[^:]*:[^:]*:?", ""));
			case "open", "place", "silence", "picture", "take" -> text("");
			default -> "";
		};
	}

	/** What is open, or a field of it. */
	private String text(String field) {
		return "texts[" + this.form.open() + "]." + (field.isEmpty() ? "content" : "fields[" + field + "]");
	}

	boolean isFallback() {
		return (this.offer != null) ? this.offer.fallback() : this.form.fallback();
	}

}
