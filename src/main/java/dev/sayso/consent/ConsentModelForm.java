package dev.sayso.consent;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether silence counts as yes, as a form asks it.
 *
 * @param model a model's key; empty until one is chosen
 * @param told the settings for which its page said whom each answer moves
 */
record ConsentModelForm(@Pattern(regexp = "opt-out|opt-in", message = "{consent-model.fault}") String model,
		@Nullable String told) {

	static ConsentModelForm of(ConsentSettings settings) {
		return new ConsentModelForm(settings.model().map(ConsentModel::key).orElse(""), null);
	}

	ConsentModel chosen() {
		return ConsentModel.of(this.model).orElseThrow();
	}

}
