package dev.sayso.decision.board;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import dev.sayso.decision.Decision;

/**
 * Why the personalization guard is to be off, as it was typed.
 *
 * @param version the one that was shown
 */
record GuardForm(int version, @NotBlank(message = "{decision.guard.fault}") @Size(max = 255,
		message = "{decision.guard.fault.long}") String reason) {

	static GuardForm of(Decision decision) {
		return new GuardForm(Objects.requireNonNullElse(decision.version(), 0), decision.draft().unguarded());
	}

}
