package dev.sayso.exchange;

import java.util.List;
import java.util.Map;

import dev.sayso.profile.Attribute;

/**
 * What is the same for each row of a file.
 *
 * @param attributes the declared attributes by name
 */
record Sheet(Import run, List<String> header, List<Target> targets, Map<String, Attribute> attributes) {

	Plan plan() {
		return this.run.plan();
	}

}
