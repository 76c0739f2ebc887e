package dev.sayso.consent;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What holds for a purpose, whether it allows it, and why it holds.
 *
 * @param consent the row that decided; null where the default did
 * @param takenBack the row that took a say back, so that the default decides; null where
 * nothing was ever said
 */
public record EffectiveChoice(Purpose purpose, Choice choice, boolean allows, Because because,
		@Nullable Consent consent, @Nullable Consent takenBack) {

	public enum Because {

		EXPLICIT, ANY, DEFAULT;

		/** The name in the API and in messages. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	static EffectiveChoice of(Purpose purpose, Consent consent, Because because) {
		return new EffectiveChoice(purpose, consent.choice(), consent.choice().allows(purpose), because, consent, null);
	}

	static EffectiveChoice byDefault(Purpose purpose, Choice choice, @Nullable Consent takenBack) {
		return new EffectiveChoice(purpose, choice, choice.allows(purpose), Because.DEFAULT, null, takenBack);
	}

}
