package dev.sayso.profile;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;

/**
 * How a choice looks: always a symbol and a word, never colour alone.
 *
 * @param icon null for a chip without one
 * @param text message key
 */
public record ChoiceChip(String look, @Nullable String icon, String text) {

	public static ChoiceChip of(@Nullable Choice choice, Purpose purpose) {
		if (choice == null || choice == Choice.UNKNOWN) {
			return new ChoiceChip("dash", null, "choice.short.u");
		}
		String text = "choice.short." + choice.value();
		return switch (choice) {
			case PENDING -> new ChoiceChip("wait", "clock", text);
			case NO, DEFAULT_NO -> new ChoiceChip("no", "ban", text);
			default ->
				choice.allows(purpose) ? new ChoiceChip("yes", "check", text) : new ChoiceChip("none", "minus", text);
		};
	}

}
