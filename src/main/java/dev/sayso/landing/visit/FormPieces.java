package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.landing.visit.PublicFormView.Field;
import dev.sayso.landing.visit.PublicFormView.Group;
import dev.sayso.landing.visit.PublicPageRenderer.Piece;

/**
 * Renders the fields and the boxes of a form, each as a piece of its own: together they
 * would look the same for few.
 */
@Component
class FormPieces {

	private final PublicPageRenderer renderer;

	private final PublicMessages messages;

	FormPieces(PublicPageRenderer renderer, PublicMessages messages) {
		this.renderer = renderer;
		this.messages = messages;
	}

	@Nullable String fields(List<Field> fields, Locale locale) {
		return fields.isEmpty() ? null : fields.stream().map((field) -> {
			ReaderPlaceholders placeholders = new ReaderPlaceholders();
			return this.renderer.render(
					new Piece("_field", locale, Map.of("field", field.withPlaceholders(placeholders))), placeholders);
		}).collect(Collectors.joining());
	}

	/**
	 * The boxes about contact under the page's legend, and under one of their own those
	 * that are not, unless there are no others.
	 */
	List<Group> groups(List<Box> boxes, String legend, Locale locale) {
		Map<Boolean, List<Box>> parted = boxes.stream().collect(Collectors.partitioningBy(Box::contact));
		List<Group> groups = new ArrayList<>();
		for (boolean contact : new boolean[] { true, false }) {
			List<Box> part = parted.getOrDefault(contact, List.of());
			if (!part.isEmpty()) {
				groups.add(new Group(groups.isEmpty() ? legend : this.messages.say("public.uses", locale),
						boxes(part, locale)));
			}
		}
		return groups;
	}

	private String boxes(List<Box> boxes, Locale locale) {
		return boxes.stream()
			.map((box) -> this.renderer.render(new Piece("_box", locale, Map.of("box", box)), new ReaderPlaceholders()))
			.collect(Collectors.joining());
	}

}
