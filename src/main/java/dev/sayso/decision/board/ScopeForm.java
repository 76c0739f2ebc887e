package dev.sayso.decision.board;

import java.util.Objects;

import org.springframework.validation.Errors;

import dev.sayso.decision.Decision;
import dev.sayso.offer.placement.Surface;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.page.Choices;

/**
 * A placement for the board, as it was chosen or typed.
 *
 * @param version the save of the decision that was shown
 * @param existing the key of one that is there; empty for a new one
 * @param name of a new one, as are surface and content type
 * @param like the key of the placement whose ladder it takes over; empty for none
 */
record ScopeForm(int version, boolean choosing, String existing, String name, String surface, String contentType,
		String like) {

	ScopeForm {
		surface = surface(surface);
		contentType = contentType(contentType);
	}

	/** The same as it begins. */
	static ScopeForm of(Decision decision, boolean choosing, String like) {
		return new ScopeForm(Objects.requireNonNullElse(decision.version(), 0), choosing, "", "", Surface.WEB.key(),
				ContentType.HTML.key(), like);
	}

	/** Says what is wrong with the name of a new placement. */
	static void check(String name, String field, Errors errors) {
		if (name.isEmpty() || FreeKeys.isNone(name)) {
			errors.rejectValue(field, "board.fault.name");
		}
		else if (name.length() > 200) {
			errors.rejectValue(field, "catalogue.fault.name.long");
		}
	}

	/** The key of a surface that was chosen. */
	static String surface(String sent) {
		return Choices.read(sent, Surface.WEB.key(), (key) -> Surface.of(key).map(Surface::key));
	}

	/** The key of a content type that was chosen. */
	static String contentType(String sent) {
		return Choices.read(sent, ContentType.HTML.key(), (key) -> ContentType.of(key).map(ContentType::key));
	}

}
