package dev.sayso.offer.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.FieldKind;
import dev.sayso.offer.text.HtmlNesting;
import dev.sayso.offer.text.HtmlSanitizer;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.Templates;
import dev.sayso.offer.text.TextFault;

/**
 * Finds what is wrong with a placement's fields and their template, which is refused
 * rather than cleaned: whoever owns the site wrote it, and should see what cannot stay.
 */
@Component
class LayoutValidator {

	private final Templates templates;

	LayoutValidator(Templates templates) {
		this.templates = templates;
	}

	/**
	 * What is wrong.
	 *
	 * @param row of the field it is about, from 0; -1 for none
	 * @param part of the field, or {@code template} or {@code fields}
	 * @param code message key
	 */
	record LayoutFault(int row, String part, String code, List<Object> args) {

		static LayoutFault of(String part, String code, Object... args) {
			return new LayoutFault(-1, part, code, List.of(args));
		}

		static LayoutFault at(int row, String part, String code, Object... args) {
			return new LayoutFault(row, part, code, List.of(args));
		}

		/** Where it is in a form, such as {@code fields[0].key}. */
		String field() {
			return (this.row < 0) ? this.part : "fields[" + this.row + "]." + this.part;
		}

		/** Where it is in a body, such as {@code /fields/0/key}. */
		String pointer() {
			return (this.row < 0) ? "/" + this.part : "/fields/" + this.row + "/" + this.part;
		}

	}

	List<LayoutFault> faults(ContentLayout layout) {
		List<LayoutFault> faults = new ArrayList<>();
		if (layout.fields().isEmpty()) {
			faults.add(LayoutFault.of("fields", "placement.fault.fields"));
		}
		if (layout.fields().size() > ContentLayout.MOST_FIELDS) {
			faults.add(LayoutFault.of("fields", "placement.fault.fields.many", ContentLayout.MOST_FIELDS));
		}
		Set<String> keys = new HashSet<>();
		for (int row = 0; row < layout.fields().size(); row++) {
			field(row, layout.fields().get(row), keys, faults);
		}
		template(layout, faults);
		return faults;
	}

	private static void field(int row, ContentField field, Set<String> keys, List<LayoutFault> faults) {
		if (!ContentField.isKey(field.key())) {
			faults.add(LayoutFault.at(row, "key", "placement.fault.field.key"));
		}
		else if (!keys.add(field.key())) {
			faults.add(LayoutFault.at(row, "key", "placement.fault.field.key.twice"));
		}
		if (field.label().isBlank() || field.label().length() > ContentField.LONGEST_LABEL) {
			faults.add(LayoutFault.at(row, "label", "placement.fault.field.label"));
		}
		if (FieldKind.of(field.kind()).isEmpty()) {
			faults.add(LayoutFault.at(row, "kind", "placement.fault.field.kind"));
		}
		if (field.longest() < 1 || field.longest() > ContentField.LONGEST) {
			faults.add(LayoutFault.at(row, "longest", "placement.fault.field.longest"));
		}
	}

	private void template(ContentLayout layout, List<LayoutFault> faults) {
		if (layout.template().isBlank()) {
			faults.add(LayoutFault.of("template", "placement.fault.template"));
			return;
		}
		if (layout.template().length() > ContentLayout.LONGEST_TEMPLATE) {
			faults.add(
					LayoutFault.of("template", "offer.content.long", Integer.toString(ContentLayout.LONGEST_TEMPLATE)));
			return;
		}
		List<TextFault> compiled = compile(layout);
		compiled.forEach((fault) -> faults.add(LayoutFault.of("template", fault.key(), fault.args())));
		if (compiled.isEmpty()) {
			HtmlSanitizer.Result clean = HtmlSanitizer.clean(layout);
			if (!clean.removed().isEmpty() || clean.html().isBlank()) {
				faults.add(LayoutFault.of("template", "placement.fault.template.unsafe",
						String.join(", ", clean.removed())));
			}
			HtmlNesting.crossing(clean.html())
				.forEach((name) -> faults.add(LayoutFault.of("template", "offer.content.crossing", name)));
		}
	}

	/** A valid one as it is kept. */
	ContentLayout safe(ContentLayout layout) {
		return new ContentLayout(layout.fields(), HtmlSanitizer.clean(layout).html());
	}

	private List<TextFault> compile(ContentLayout layout) {
		try {
			this.templates.compile(layout);
			return List.of();
		}
		catch (InvalidTemplateException ex) {
			return ex.faults();
		}
	}

}
