package dev.sayso.offer.text;

import java.util.Set;

/**
 * What a text reads.
 *
 * @param profile fields of the person
 * @param personParts the parts of the person that these are of
 * @param context paths in what comes with the request
 */
record TemplateReferences(Set<String> profile, Set<Class<?>> personParts, Set<String> context) {

	TemplateReferences {
		profile = Set.copyOf(profile);
		personParts = Set.copyOf(personParts);
		context = Set.copyOf(context);
	}

}
