package dev.sayso.consent;

import org.jspecify.annotations.Nullable;

/**
 * How a choice looks: always a symbol and a word, never colour alone.
 *
 * @param look the class of the chip
 * @param icon null for a chip without one
 * @param text message key
 */
public record ChoiceView(String look, @Nullable String icon, String text) {

	public static ChoiceView of(@Nullable Choice choice, Purpose purpose) {
		if (choice == null || choice == Choice.UNKNOWN) {
			return new ChoiceView("dash", null, "choice.short.u");
		}
		String text = "choice.short." + choice.value();
		return switch (choice) {
			case PENDING -> new ChoiceView("wait", "clock", text);
			case NO, DEFAULT_NO -> new ChoiceView("no", "ban", text);
			default ->
				choice.allows(purpose) ? new ChoiceView("yes", "check", text) : new ChoiceView("none", "minus", text);
		};
	}

}
