package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Say;
import dev.sayso.landing.BoxText;
import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.shared.ProfileId;

/**
 * The checkboxes of a public form: ticked as the person said, or as somebody sent them.
 */
@Component
class FormBoxes {

	private final PublicMessages messages;

	FormBoxes(PublicMessages messages) {
		this.messages = messages;
	}

	List<Box> of(PublicFormPage.View view, Locale locale) {
		Say say = (view.recipient() != null) ? view.recipient().say() : Say.nothing(ProfileId.random());
		ShownChoices shown = ShownChoices.of(say, view.page().boxes().keySet());
		List<Box> boxes = new ArrayList<>();
		view.page().boxes().forEach((purpose, meaning) -> {
			BoxText text = view.wording().box(purpose);
			boolean ticked = (view.typed() != null) ? view.typed().ticked().contains(purpose)
					: shown.ticked(purpose, meaning);
			boxes.add(new Box(PublicFormBody.box(purpose), this.messages.label(text, purpose, locale),
					text.help().isBlank() ? null : text.help(), ticked, shown.pending(purpose, meaning),
					view.faults().get(PublicFormBody.box(purpose))));
		});
		return boxes;
	}

}
