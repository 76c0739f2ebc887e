package dev.sayso;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * Holds the arrows between the rooms.
 */
class ModularityTests {

	@Test
	void roomsNameOnlyWhatTheyMay() {
		ApplicationModules.of(Sayso.class).verify();
	}

}
