package dev.sayso.decision.simulation;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Profile;

/**
 * Somebody of whom a decision is simulated: a person there is, one made up, or nobody in
 * particular.
 *
 * @param key names them in addresses; empty for nobody
 * @param name empty for nobody
 * @param called what they are called in a sentence; empty for nobody
 * @param profile null where they are not in the store
 * @param madeUp null where they are not made up
 */
record SimulatedPerson(String key, String name, String called, @Nullable Profile profile,
		@Nullable TestProfile madeUp) {

	/** Nobody in particular. */
	static final SimulatedPerson NOBODY = new SimulatedPerson("", "", "", null, null);

	/** What the keys of those made up begin with. */
	static final String MADE_UP = "made-up:";

	static SimulatedPerson of(Profile profile) {
		String first = profile.details().firstName();
		return new SimulatedPerson(profile.id().toString(), profile.name(), (first != null) ? first : profile.name(),
				profile, null);
	}

	static SimulatedPerson of(TestProfile person) {
		return new SimulatedPerson(MADE_UP + person.id(), person.name(), person.name(), null, person);
	}

}
