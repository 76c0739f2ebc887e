package dev.sayso.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.Form.Box;
import dev.sayso.landing.Form.Field;
import dev.sayso.landing.Form.Group;
import dev.sayso.landing.RenderPage.Piece;

/**
 * Renders the fields and the boxes of a form, each as a piece of its own: together they
 * would look the same for few.
 */
@Component
class FormPieces {

	private final RenderPage pages;

	private final Words words;

	FormPieces(RenderPage pages, Words words) {
		this.pages = pages;
		this.words = words;
	}

	@Nullable String fields(List<Field> fields, Locale locale) {
		return fields.isEmpty() ? null : fields.stream().map((field) -> {
			Blanks blanks = new Blanks();
			return this.pages.render(new Piece("_field", locale, Map.of("field", field.blank(blanks))), blanks);
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
				groups.add(new Group(groups.isEmpty() ? legend : this.words.say("public.uses", locale),
						boxes(part, locale)));
			}
		}
		return groups;
	}

	private String boxes(List<Box> boxes, Locale locale) {
		return boxes.stream()
			.map((box) -> this.pages.render(new Piece("_box", locale, Map.of("box", box)), new Blanks()))
			.collect(Collectors.joining());
	}

}
