package dev.sayso.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * An attribute as it is declared in Settings.
 *
 * @param name given once
 * @param type given once somebody has a value
 * @param version the one that was shown; null for one that is new
 */
record AttributeForm(String name,
		@NotBlank(message = "{profile.attribute.fault.label}") @Size(max = 200,
				message = "{profile.fault.long}") String label,
		@NotNull(message = "{profile.attribute.fault.type}") Attribute.@Nullable Type type,
		@Size(max = 10000, message = "{profile.fault.long}") String options, @Nullable Integer version) {

	static final AttributeForm BLANK = new AttributeForm("", "", Attribute.Type.TEXT, "", null);

	static AttributeForm of(Attribute attribute) {
		return new AttributeForm(attribute.name(), attribute.label(), attribute.type(), attribute.options(),
				attribute.version());
	}

	/**
	 * What no annotation says: a name that files and the API can use, and a list with
	 * something to choose.
	 */
	void check(Errors errors, boolean named) {
		if (!named && !this.name.matches("[A-Za-z][A-Za-z0-9_]{0,59}")) {
			errors.rejectValue("name", "profile.attribute.fault.name");
		}
		if (this.type == Attribute.Type.ONE_OF && this.options.isEmpty()) {
			errors.rejectValue("options", "profile.attribute.fault.options");
		}
		if (this.options.lines().anyMatch((option) -> option.strip().length() > 1000)) {
			errors.rejectValue("options", "profile.fault.long");
		}
	}

}
