package dev.sayso.consent;

import org.jspecify.annotations.Nullable;

/**
 * Why an operator may change what somebody said, and what proves it.
 *
 * @param reason at most 255 characters
 */
public record Grounds(@Nullable String reason, Evidence evidence) {

	public static final Grounds NONE = new Grounds(null, Evidence.NONE);

	public Grounds {
		reason = (reason == null || reason.isBlank()) ? null : reason.strip();
	}

}
