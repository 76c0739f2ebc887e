package dev.sayso.decision.simulation;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is typed of a test profile besides its details and choices, whose fields are named
 * by what a deployment declares.
 *
 * @param version the one that was shown; -1 for a new one
 */
record TestProfileForm(int version, @NotBlank(message = "{decision.test-profile.fault.name}") @Size(max = 200,
		message = "{decision.test-profile.fault.long}") String name) {

	static final TestProfileForm BLANK = new TestProfileForm(-1, "");

	static TestProfileForm of(TestProfile testProfile) {
		return new TestProfileForm(Objects.requireNonNullElse(testProfile.version(), -1), testProfile.name());
	}

}
