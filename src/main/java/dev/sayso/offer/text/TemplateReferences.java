package dev.sayso.offer.text;

import java.util.Set;

/**
 * What a text reads.
 *
 * @param profile fields of the person
 * @param parts the parts of the person that these are of
 * @param context paths in what comes with the request
 */
record TemplateReferences(Set<String> profile, Set<Class<?>> parts, Set<String> context) {

	TemplateReferences {
		profile = Set.copyOf(profile);
		parts = Set.copyOf(parts);
		context = Set.copyOf(context);
	}

}
