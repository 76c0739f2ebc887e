package dev.sayso.decision.board;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import dev.sayso.offer.placement.Surface;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Slug;

/**
 * What a decision begins with, as it was typed: a name, a key, and the first placement.
 *
 * @param slug made of the name where none was given
 * @param existing the key of a placement that is there; empty for a new one
 * @param placement the name of a new one; empty for none yet
 */
record NewDecisionForm(
		@NotBlank(message = "{decision.fault.name}") @Size(max = 200,
				message = "{decision.fault.name.long}") String name,
		String slug, String existing, String placement, String surface, String contentType) {

	private static final List<String> RESERVED = List.of("new");

	static final NewDecisionForm BLANK = new NewDecisionForm("", "", "", "", Surface.WEB.key(), ContentType.HTML.key());

	NewDecisionForm {
		slug = Slug.typed(slug, name, RESERVED);
		surface = ScopeForm.surface(surface);
		contentType = ScopeForm.contentType(contentType);
	}

	/** Says what no annotation says. */
	void check(Errors errors) {
		if (Slug.isWrong(this.slug, this.name, RESERVED)) {
			errors.rejectValue("slug", "decision.fault.slug");
		}
		if (makesPlacement()) {
			ScopeForm.check(this.placement, "placement", errors);
		}
	}

	boolean makesPlacement() {
		return this.existing.isEmpty() && !this.placement.isEmpty();
	}

}
