package dev.sayso.decision;

import java.time.Instant;
import java.util.Map;

import dev.sayso.condition.Person;

/**
 * Somebody at a moment, of whom a decision is taken.
 *
 * @param person what is known of them, as far as the decision asks
 * @param personalizes whether they consent to personalization
 * @param models whether they consent to learned rankings
 * @param language what they read, BCP 47 in lower case; empty where it is not known
 * @param context what the sender says of the moment
 * @param counts what of the caps is taken
 */
record Asking(Instant at, Person person, boolean personalizes, boolean models, String language,
		Map<String, Object> context, Counts counts) {

	/**
	 * The same with other counts.
	 */
	Asking with(Counts changed) {
		return new Asking(this.at, this.person, this.personalizes, this.models, this.language, this.context, changed);
	}

}
