package dev.sayso.offer.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;

/**
 * A text ready to be filled, by any number of threads at once.
 */
public final class Template {

	public static final int MOST = 1_000_000;

	/** What a value is thought to take, when room for the text is made. */
	private static final int ROOM = 24;

	private final String source;

	private final TemplatePart[] templateParts;

	private final References references;

	Template(String source, TemplatePart[] templateParts, References references) {
		this.source = source;
		this.templateParts = templateParts;
		this.references = references;
	}

	/**
	 * The text with what it names filled in.
	 * @param person null for nobody, of whom nothing is known
	 * @param offer the offer's {@code name}, and its {@code attributes} by name
	 * @param language whose words days, yes and no are written with; English where it has
	 * none, or is not known
	 * @throws TextTooLongException when it takes more than {@link #MOST} characters
	 */
	public String render(@Nullable PersonFacts person, Map<String, Object> context, Map<String, Object> offer,
			Locale language) {
		if (this.templateParts.length == 0) {
			return this.source;
		}
		TemplateRendering rendering = new TemplateRendering(person, context, offer, language,
				this.source.length() + ROOM * this.templateParts.length);
		for (TemplatePart part : this.templateParts) {
			part.write(rendering);
		}
		return rendering.toString();
	}

	public boolean readsProfile() {
		return !this.references.profile().isEmpty();
	}

	public Set<String> profileNames() {
		return this.references.profile();
	}

	/** Those of the profile's names for which nothing is said where they are missing. */
	public Set<String> requiredNames() {
		return this.references.required();
	}

	public Set<Class<?>> parts() {
		return this.references.personParts();
	}

	record References(Set<String> profile, Set<Class<?>> personParts, Set<String> required) {

		References {
			profile = Set.copyOf(profile);
			personParts = Set.copyOf(personParts);
			required = Set.copyOf(required);
		}

	}

}
