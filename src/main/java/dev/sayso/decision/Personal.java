package dev.sayso.decision;

import dev.sayso.condition.Compiled;
import dev.sayso.consent.Say;

/**
 * Whether something reads who somebody is, and not only what they said.
 */
final class Personal {

	private Personal() {
	}

	static boolean reads(Compiled condition) {
		return condition.parts().stream().anyMatch((part) -> part != Say.class);
	}

}
