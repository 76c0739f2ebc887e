package dev.sayso.landing.visit;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The form of a public page, ready to show.
 *
 * @param fields safe HTML; null where it asks for no details
 * @param collapsed whether the fields are collapsed: somebody whom we know needs none to
 * choose
 * @param groups its checkboxes, those about contact apart from the others
 * @param hidden what the form carries along, by name
 * @param automatic whether the page sends it by itself
 * @param trap whether it has a field that only machines fill
 * @param taken what was taken of a form that is shown again; null for nothing
 */
record PublicFormView(String action, Map<String, String> hidden, List<Known> known, @Nullable String fields,
		boolean collapsed, List<Group> groups, Buttons buttons, boolean automatic, boolean trap, @Nullable String taken,
		List<Fault> faults, @Nullable RelatedLink related) {

	/**
	 * The buttons of the form.
	 *
	 * @param save what the first says; null where there is nothing to save
	 * @param again what it sends that a form sent once more carries
	 * @param stop whether there is one that stops everything
	 * @param stopFirst whether that comes first
	 */
	record Buttons(@Nullable String save, @Nullable String again, boolean stop, boolean stopFirst) {
	}

	record Known(String label, String value) {
	}

	/**
	 * Checkboxes under one legend.
	 *
	 * @param boxes safe HTML
	 */
	record Group(String legend, String boxes) {
	}

	/** A link to the counterpart of the page; {@code label} is a message key. */
	record RelatedLink(String href, String label) {
	}

	/**
	 * What is wrong, in the summary on top.
	 *
	 * @param href leads to the field or box; null where it is about the whole
	 */
	record Fault(@Nullable String href, String text) {
	}

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
			return PublicFormView.described(id(), this.kept, this.error);
		}

		/**
		 * The same with placeholders for what is the reader's own; a chosen option is
		 * marked among the others.
		 */
		Field withPlaceholders(ReaderPlaceholders placeholders) {
			return new Field(this.name, this.label, this.type, this.autocomplete,
					(this.options != null) ? this.value : placeholders.text(this.value),
					placeholders.textOrNull(this.kept), this.error, this.options);
		}

	}

	/**
	 * A checkbox.
	 *
	 * @param waiting of an opt-in that waits to be confirmed; null where none does
	 * @param error a message key
	 */
	record Box(String name, String label, @Nullable String help, boolean ticked, @Nullable Waiting waiting,
			@Nullable String error) {

		record Waiting(String name, boolean ticked) {
		}

		boolean contact() {
			return this.name.startsWith(PublicFormBody.CHANNEL);
		}

		public String id() {
			return "b-" + this.name.replace('.', '-');
		}

		public @Nullable String described() {
			return PublicFormView.described(id(), this.help, this.error);
		}

	}

	/** What an input is described by: what is wrong with it, and what helps with it. */
	private static @Nullable String described(String id, @Nullable String help, @Nullable String error) {
		String described = ((error != null) ? id + "-error " : "") + ((help != null) ? id + "-help" : "");
		return described.isEmpty() ? null : described.strip();
	}

}
