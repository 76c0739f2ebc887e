package dev.sayso.offer.placement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.offer.placement.LayoutValidator.LayoutFault;
import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.Templates;

/**
 * Shows a placement's template with something in each field.
 */
@Component
class LayoutSamples {

	private final LayoutValidator validator;

	private final Templates templates;

	private final MessageSourceAccessor messages;

	LayoutSamples(LayoutValidator validator, Templates templates, MessageSourceAccessor messages) {
		this.validator = validator;
		this.templates = templates;
		this.messages = messages;
	}

	/**
	 * A template as it looks, as {@code offer/editor/preview} draws it.
	 *
	 * @param faults why it cannot be shown, as sentences
	 */
	record Sample(String type, String language, String content, List<String> faults, List<String> removed) {

	}

	Sample render(ContentLayout layout) {
		Locale reader = LocaleContextHolder.getLocale();
		List<String> faults = this.validator.faults(layout)
			.stream()
			.filter((fault) -> fault.part().equals("template"))
			.map(this::message)
			.toList();
		if (!faults.isEmpty()) {
			return new Sample("fields", reader.toLanguageTag(), "", faults, List.of());
		}
		Map<String, Object> values = new LinkedHashMap<>();
		layout.fields().forEach((field) -> values.put(field.key(), sample(field)));
		String filled = this.templates.compile(this.validator.safe(layout))
			.render(null, Map.of(), Map.of("fields", values), reader);
		return new Sample("fields", reader.toLanguageTag(), filled, List.of(), List.of());
	}

	private String sample(ContentField field) {
		return switch (field.filledWith()) {
			case IMAGE -> "/public/sample.svg";
			case LINK -> "https://example.com/";
			case HEADING, TEXT, BUTTON -> this.messages.getMessage("field-kind." + field.kind() + ".sample");
		};
	}

	private String message(LayoutFault fault) {
		return this.messages.getMessage(fault.code(), fault.args().toArray());
	}

}
