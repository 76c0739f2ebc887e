package dev.sayso.consent;

import jakarta.validation.constraints.Pattern;

/**
 * Whether silence counts as yes, as a form asks it.
 *
 * @param model a model's key; empty until one is chosen
 */
record ConsentModelForm(@Pattern(regexp = "opt-out|opt-in", message = "{consent-model.fault}") String model) {

	static ConsentModelForm of(ConsentSettings settings) {
		return new ConsentModelForm(settings.model().map(ConsentModel::key).orElse(""));
	}

	ConsentModel chosen() {
		return ConsentModel.of(this.model).orElseThrow();
	}

}
