package dev.sayso.landing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The form of a public page, ready to show.
 *
 * @param hidden what the form carries along, by name
 * @param automatic whether the page sends it by itself
 * @param trap whether it has a field that only machines fill
 * @param button what the button says; null for a form that cannot be sent
 */
record Form(String action, Map<String, String> hidden, List<Known> known, List<Field> fields, List<Box> boxes,
		String legend, @Nullable String button, boolean automatic, boolean trap, List<Fault> faults,
		@Nullable Other other) {

	/**
	 * Whether the fields are folded away: to choose, somebody whom we know needs none.
	 */
	public boolean folded() {
		return !this.trap && !this.fields.isEmpty() && this.fields.stream().allMatch((field) -> field.error() == null);
	}

	/**
	 * What the page knows of the person and shows masked.
	 *
	 * @param label a message key
	 */
	record Known(String label, String value) {
	}

	/** Another page for another wish; {@code label} is a message key. */
	record Other(String href, String label) {
	}

	/**
	 * What is wrong, in the summary on top.
	 *
	 * @param href leads to the field or box; null where it is about the whole
	 */
	record Fault(@Nullable String href, String code) {
	}

	/** A choice in a list. */
	record Option(String value, String text) {
	}

	/**
	 * A field to fill in.
	 *
	 * @param kept what is known already, masked; it stays when the field is left empty
	 * @param error a message key
	 */
	record Field(String name, String label, String type, @Nullable String autocomplete, String value,
			@Nullable String kept, @Nullable String error, @Nullable List<Option> options) {

		public String id() {
			return "f-" + this.name.replace('.', '-');
		}

		public @Nullable String described() {
			return (this.error != null || this.kept != null) ? id() + "-help" : null;
		}

	}

	/**
	 * A checkbox.
	 *
	 * @param waiting whether an opt-in waits to be confirmed
	 * @param error a message key
	 */
	record Box(String name, String label, @Nullable String help, boolean ticked, boolean waiting,
			@Nullable String error) {

		public String id() {
			return "b-" + this.name.replace('.', '-');
		}

		public @Nullable String described() {
			return (this.error != null) ? id() + "-help" : null;
		}

	}

}
