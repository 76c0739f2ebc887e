package dev.sayso.landing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.Form.Box;
import dev.sayso.landing.Form.Field;
import dev.sayso.landing.RenderPage.Piece;

/**
 * Renders the fields and the boxes of a form, each as a piece of its own: together they
 * would look the same for few.
 */
@Component
class FormPieces {

	private final RenderPage pages;

	FormPieces(RenderPage pages) {
		this.pages = pages;
	}

	@Nullable String fields(List<Field> fields, Locale locale) {
		return fields.isEmpty() ? null : fields.stream().map((field) -> {
			Blanks blanks = new Blanks();
			return this.pages.render(new Piece("_field", locale, Map.of("field", field.blank(blanks))), blanks);
		}).collect(Collectors.joining());
	}

	@Nullable String boxes(List<Box> boxes, Locale locale) {
		return boxes.isEmpty() ? null
				: boxes.stream()
					.map((box) -> this.pages.render(new Piece("_box", locale, Map.of("box", box)), new Blanks()))
					.collect(Collectors.joining());
	}

}
