package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.BoxText;
import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.landing.visit.PublicFormView.Group;
import dev.sayso.landing.visit.PublicPageRenderer.Piece;

/**
 * The checkboxes of a public form: ticked as the person said, or as somebody sent them.
 */
@Component
class PublicFormBoxes {

	private final PublicPageRenderer renderer;

	private final PublicMessages messages;

	PublicFormBoxes(PublicPageRenderer renderer, PublicMessages messages) {
		this.renderer = renderer;
		this.messages = messages;
	}

	List<Box> create(PublicFormPage.View view, Locale locale) {
		ShownChoices shown = (view.recipient() != null)
				? ShownChoices.of(view.recipient().say(), view.page().boxes().keySet()) : ShownChoices.NOTHING;
		List<Box> boxes = new ArrayList<>();
		view.page().boxes().forEach((purpose, meaning) -> {
			if (asks(view, meaning)) {
				boxes.add(box(view, purpose, meaning, shown, locale));
			}
		});
		return boxes;
	}

	/** A page that is over takes no visitor in, and asks them nothing of the kind. */
	private static boolean asks(PublicFormPage.View view, BoxMeaning meaning) {
		return view.recipient() != null || !view.page().closed() || meaning == BoxMeaning.DO_NOT_CONTACT;
	}

	private Box box(PublicFormPage.View view, Purpose purpose, BoxMeaning meaning, ShownChoices shown, Locale locale) {
		BoxText text = view.wording().box(purpose);
		PublicFormBody.@Nullable Ticks ticks = (view.faulty() != null) ? view.faulty().typed().ticks() : null;
		boolean ticked = (ticks != null) ? ticks.ticked().contains(purpose) : shown.ticked(purpose, meaning);
		boolean stopped = ticks != null && ticks.stopped().contains(purpose);
		Box.Waiting waiting = shown.pending(purpose, meaning) ? new Box.Waiting(PublicFormBody.stop(purpose), stopped)
				: null;
		return new Box(PublicFormBody.box(purpose), this.messages.label(text, purpose, locale),
				text.help().isBlank() ? null : text.help(), ticked, waiting,
				view.faults().get(PublicFormBody.box(purpose)));
	}

	/**
	 * The boxes about contact under the page's legend, and under one of their own those
	 * that are not, unless there are no others.
	 */
	List<Group> groups(List<Box> boxes, String legend, Locale locale, ReaderPlaceholders placeholders) {
		Map<Boolean, List<Box>> byContact = boxes.stream().collect(Collectors.partitioningBy(Box::contact));
		List<Group> groups = new ArrayList<>();
		for (boolean contact : new boolean[] { true, false }) {
			List<Box> part = byContact.getOrDefault(contact, List.of());
			if (!part.isEmpty()) {
				groups.add(new Group(groups.isEmpty() ? legend : this.messages.say("public.uses", locale),
						placeholders.html(render(part, locale))));
			}
		}
		return groups;
	}

	private String render(List<Box> boxes, Locale locale) {
		return boxes.stream()
			.map((box) -> this.renderer.render(new Piece("_box", locale, Map.of("box", box)), new ReaderPlaceholders()))
			.collect(Collectors.joining());
	}

}
