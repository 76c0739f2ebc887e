package dev.sayso.account;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a view is called, and for whom it is.
 *
 * @param version the version that the form showed
 */
record SavedViewForm(
		@NotBlank(message = "{view.fault.name}") @Size(max = 100, message = "{view.fault.name}") String name,
		boolean shared, int version) {

	static final SavedViewForm BLANK = new SavedViewForm("", false, 0);

	static SavedViewForm of(SavedView view) {
		return new SavedViewForm(view.name(), view.shared(), Objects.requireNonNullElse(view.version(), 0));
	}

	boolean isStale(SavedView view) {
		return !Objects.equals(view.version(), this.version);
	}

}
