package dev.sayso.consent;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What holds for a purpose, whether it allows it, and why it holds.
 *
 * @param consent the row that decided; null where the default did
 */
public record EffectiveChoice(Purpose purpose, Choice choice, boolean allows, Because because,
		@Nullable Consent consent) {

	public enum Because {

		EXPLICIT, ANY, DEFAULT;

		/** The name in the API and in messages. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	static EffectiveChoice of(Purpose purpose, Consent consent, Because because) {
		return new EffectiveChoice(purpose, consent.choice(), consent.choice().allows(purpose), because, consent);
	}

	static EffectiveChoice byDefault(Purpose purpose, Choice choice) {
		return new EffectiveChoice(purpose, choice, choice.allows(purpose), Because.DEFAULT, null);
	}

}
