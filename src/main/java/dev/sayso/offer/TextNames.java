package dev.sayso.offer;

import java.util.Set;

/**
 * What a text reads.
 *
 * @param profile fields of the person
 * @param parts the parts of the person that these are of
 * @param context paths in what comes with the request
 */
record TextNames(Set<String> profile, Set<Class<?>> parts, Set<String> context) {

	TextNames {
		profile = Set.copyOf(profile);
		parts = Set.copyOf(parts);
		context = Set.copyOf(context);
	}

}
