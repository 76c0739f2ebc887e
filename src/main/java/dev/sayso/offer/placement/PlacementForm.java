package dev.sayso.offer.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.FieldKind;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.Slug;

/**
 * A placement as it is typed.
 *
 * @param version the one that was shown
 * @param slug given once, as are surface and content type
 * @param fields of a placement that has some, in their order
 * @param accepted whether what a change does to offers was seen
 */
record PlacementForm(int version,
		@NotBlank(message = "{catalogue.fault.name}") @Size(max = 200,
				message = "{catalogue.fault.name.long}") String name,
		String slug, @Pattern(regexp = "0{0,2}[1-9]|0?[1-9]\\d|100", message = "{placement.fault.items}") String items,
		@Size(max = 2000, message = "{description.fault}") String description, String surface, String contentType,
		List<FieldRow> fields, String template, boolean accepted) implements CatalogueForm {

	PlacementForm {
		slug = Slug.typed(slug, name, RESERVED);
		fields = (fields != null) ? fields.stream().filter(Objects::nonNull).toList() : List.of();
		template = template.replace("\r\n", "\n");
	}

	/**
	 * A field as it is typed.
	 *
	 * @param longest a number
	 */
	record FieldRow(String key, String label, String kind, boolean mandatory, String longest) {

		static final FieldRow NEW = new FieldRow("", "", FieldKind.TEXT.key(), false, "200");

		FieldRow {
			kind = Choices.read(kind, FieldKind.TEXT.key(), (chosen) -> FieldKind.of(chosen).map(FieldKind::key));
			key = key.strip();
			label = label.strip();
		}

		static FieldRow of(ContentField field) {
			return new FieldRow(field.key(), field.label(), field.kind(), field.mandatory(),
					String.valueOf(field.longest()));
		}

		/** By what a template names it, where it has a name. */
		public @Nullable String written() {
			return ContentField.isKey(this.key) ? field().written() : null;
		}

		ContentField field() {
			return new ContentField(this.key, this.label, this.kind, this.mandatory,
					this.longest.strip().matches("\\d{1,6}") ? Integer.parseInt(this.longest.strip()) : 0);
		}

	}

	/** A new one, which begins with these fields where it is to have some. */
	static PlacementForm blank(ContentLayout starter) {
		return new PlacementForm(-1, "", "", "1", "", Surface.WEB.key(), ContentType.HTML.key(), rows(starter),
				starter.template(), false);
	}

	static PlacementForm of(Placement placement) {
		return new PlacementForm(Objects.requireNonNullElse(placement.version(), 0), placement.name(), placement.slug(),
				String.valueOf(placement.items()), placement.description(), placement.surface(),
				placement.contentType(), rows(placement.layout()), placement.layout().template(), false);
	}

	private static List<FieldRow> rows(ContentLayout layout) {
		return layout.fields().stream().map(FieldRow::of).toList();
	}

	@Override
	public void checkNew(Errors errors) {
		CatalogueForm.super.checkNew(errors);
		if (Surface.of(this.surface).isEmpty()) {
			errors.rejectValue("surface", "placement.fault.surface");
		}
		if (ContentType.of(this.contentType).isEmpty()) {
			errors.rejectValue("contentType", "placement.fault.contentType");
		}
	}

	/**
	 * The same after one of its buttons: {@code add} a field, {@code drop}, {@code up} or
	 * {@code down} with a row, {@code insert} with the key of a field.
	 */
	PlacementForm after(String act) {
		String verb = act.replaceFirst(":.*", "");
		String argument = act.substring(act.indexOf(':') + 1);
		List<FieldRow> rows = new ArrayList<>(this.fields);
		String filled = this.template;
		switch (verb) {
			case "add" -> rows.add(FieldRow.NEW);
			case "drop" -> rows.remove(row(argument));
			case "up" -> Collections.swap(rows, row(argument), Math.max(0, row(argument) - 1));
			case "down" -> Collections.swap(rows, row(argument), Math.min(rows.size() - 1, row(argument) + 1));
			case "insert" -> {
				Choices.check(ContentField.isKey(argument));
				filled = this.template + "{{" + ContentLayout.PREFIX + argument + "}}";
			}
			default -> Choices.check(false);
		}
		return new PlacementForm(this.version, this.name, this.slug, this.items, this.description, this.surface,
				this.contentType, rows, filled, false);
	}

	/** The field where the keyboard goes on after a button. */
	String focus(String act) {
		String argument = act.substring(act.indexOf(':') + 1);
		return switch (act.replaceFirst(":.*", "")) {
			case "add" -> "fields[" + (this.fields.size() - 1) + "].label";
			case "up" -> "fields[" + Math.max(0, Integer.parseInt(argument) - 1) + "].label";
			case "down" -> "fields[" + Math.min(this.fields.size() - 1, Integer.parseInt(argument) + 1) + "].label";
			default -> "template";
		};
	}

	private int row(String number) {
		Choices.check(number.matches("\\d{1,2}") && Integer.parseInt(number) < this.fields.size());
		return Integer.parseInt(number);
	}

	boolean hasFields() {
		return this.contentType.equals(ContentType.FIELDS.key());
	}

	/** Its fields and their template; none where it shows something else. */
	ContentLayout layout() {
		return hasFields() ? written() : ContentLayout.NONE;
	}

	/** The fields and the template that are typed, whatever it shows. */
	ContentLayout written() {
		return new ContentLayout(this.fields.stream().map(FieldRow::field).toList(), this.template);
	}

	int shown() {
		return Integer.parseInt(this.items);
	}

}
