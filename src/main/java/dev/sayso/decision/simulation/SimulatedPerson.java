package dev.sayso.decision.simulation;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Profile;

/**
 * Whom a decision is simulated for: a person in the store, a test profile, or nobody in
 * particular.
 *
 * @param key names them in addresses; empty for nobody
 * @param name empty for nobody
 * @param called what they are called in a sentence; empty for nobody
 * @param profile null where they are not in the store
 * @param testProfile null where they are none
 */
record SimulatedPerson(String key, String name, String called, @Nullable Profile profile,
		@Nullable TestProfile testProfile) {

	static final SimulatedPerson NOBODY = new SimulatedPerson("", "", "", null, null);

	static final String TEST_PROFILE = "made-up:";

	static SimulatedPerson of(Profile profile) {
		String first = profile.details().firstName();
		return new SimulatedPerson(profile.id().toString(), profile.name(), (first != null) ? first : profile.name(),
				profile, null);
	}

	static SimulatedPerson of(TestProfile testProfile) {
		return new SimulatedPerson(TEST_PROFILE + testProfile.id(), testProfile.name(), testProfile.name(), null,
				testProfile);
	}

}
