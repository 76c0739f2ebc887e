package dev.sayso.landing.visit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The form of a public page, ready to show.
 *
 * @param hidden what the form carries along, by name
 * @param content its blocks, safe HTML
 * @param automatic whether the page sends it by itself
 * @param trap whether it has a field that only machines fill
 * @param taken what was taken of a form that is shown again; null for nothing
 * @param stop the form that stops everything; null where a button does, or nothing
 */
record PublicFormView(String action, Map<String, String> hidden, List<Known> known, String content, boolean automatic,
		boolean trap, @Nullable String taken, List<Fault> faults, @Nullable RelatedLink related, @Nullable Stop stop) {

	/**
	 * The buttons of the form.
	 *
	 * @param save what the first says; null where there is nothing to save
	 * @param again what it sends that a form sent once more carries
	 * @param stop whether there is one that stops everything
	 * @param stopFirst whether that comes first
	 */
	record Buttons(@Nullable String save, @Nullable String again, boolean stop, boolean stopFirst, boolean automatic) {

		Buttons withPlaceholders(ReaderPlaceholders placeholders) {
			return new Buttons(this.save, placeholders.textOrNull(this.again), this.stop, this.stopFirst,
					this.automatic);
		}

	}

	/**
	 * The form that stops everything.
	 *
	 * @param fields safe HTML; empty where it is known whom it is about
	 * @param again what it sends that is sent once more; null else
	 */
	record Stop(Map<String, String> hidden, String fields, @Nullable String again) {
	}

	record Known(String label, String value) {
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
	 * @param form what its id begins with
	 * @param kept what is known already, masked; it stays when the field is left empty
	 * @param error a message key
	 */
	record Field(String form, String name, String label, String type, @Nullable String autocomplete, String value,
			@Nullable String help, @Nullable String kept, @Nullable String error, @Nullable List<Option> options) {

		public String id() {
			return this.form + this.name.replace('.', '-');
		}

		public @Nullable String described() {
			return PublicFormView.described(id(), this.help, this.kept, this.error);
		}

		/**
		 * The same with placeholders for what is the reader's own; a chosen option is
		 * marked among the others.
		 */
		Field withPlaceholders(ReaderPlaceholders placeholders) {
			return new Field(this.form, this.name, this.label, this.type, this.autocomplete,
					(this.options != null) ? this.value : placeholders.text(this.value), this.help,
					placeholders.textOrNull(this.kept), this.error, this.options);
		}

	}

	/**
	 * A checkbox.
	 *
	 * @param html whether its label is safe HTML
	 * @param waiting of an opt-in that waits to be confirmed; null where none does
	 * @param often how often a service comes; null where there is nothing to choose
	 * @param error a message key
	 */
	record Box(String name, String label, boolean html, @Nullable String help, boolean ticked,
			@Nullable Waiting waiting, @Nullable Often often, @Nullable String error) {

		record Waiting(String name, boolean ticked) {
		}

		public String id() {
			return "b-" + this.name.replace('.', '-');
		}

		public @Nullable String described() {
			return PublicFormView.described(id(), this.help, null, this.error);
		}

	}

	/** How often a service is to come. */
	record Often(String name, String value, List<Option> options) {

		public String id() {
			return "o-" + this.name.replace('.', '-');
		}

	}

	/** What an input is described by: what is wrong with it, and what helps with it. */
	private static @Nullable String described(String id, @Nullable String help, @Nullable String kept,
			@Nullable String error) {
		String described = Stream
			.of((error != null) ? "-error" : "", (help != null) ? "-help" : "", (kept != null) ? "-kept" : "")
			.filter((part) -> !part.isEmpty())
			.map(id::concat)
			.collect(Collectors.joining(" "));
		return described.isEmpty() ? null : described;
	}

}
