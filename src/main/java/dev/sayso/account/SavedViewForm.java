package dev.sayso.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a view is called, and for whom it is.
 */
record SavedViewForm(
		@NotBlank(message = "{view.fault.name}") @Size(max = 100, message = "{view.fault.name}") String name,
		boolean shared) {

	static final SavedViewForm BLANK = new SavedViewForm("", false);

	static SavedViewForm of(SavedView view) {
		return new SavedViewForm(view.name(), view.shared());
	}

}
