package dev.sayso.offer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.Template;
import dev.sayso.offer.text.Templates;

/**
 * What an offer says on one placement in one language, ready to be filled.
 *
 * @param alt the description of an image; null for what is none
 * @param link where an image leads; null for nowhere
 */
public record CompiledRepresentation(Template content, @Nullable Template alt, @Nullable Template link) {

	/**
	 * Compiles all that an offer says on a placement in a language.
	 * @param attributes the offer's own by name; null where they are not known
	 * @throws InvalidTemplateException with what is wrong with the first that cannot be
	 * filled
	 */
	public static CompiledRepresentation compile(Templates templates, ContentType type, Representation representation,
			@Nullable Map<String, Object> attributes) {
		boolean image = type == ContentType.IMAGE_LINK;
		return new CompiledRepresentation(templates.compile(type, representation.content(), attributes),
				(image && representation.alt() != null)
						? templates.compile(ContentType.TEXT, representation.alt(), attributes) : null,
				(image && representation.link() != null) ? templates.compile(type, representation.link(), attributes)
						: null);
	}

	public boolean readsProfile() {
		return texts().anyMatch(Template::readsProfile);
	}

	public Set<String> profileNames() {
		return new TreeSet<>(all(Template::profileNames));
	}

	/** Those of the profile's names for which nothing is said where they are missing. */
	public Set<String> requiredNames() {
		return new TreeSet<>(all(Template::requiredNames));
	}

	public Set<Class<?>> parts() {
		return all(Template::parts);
	}

	private <T> Set<T> all(Function<Template, Collection<T>> names) {
		Set<T> all = new HashSet<>();
		texts().map(names).forEach(all::addAll);
		return all;
	}

	private Stream<Template> texts() {
		return Stream.of(this.content, this.alt, this.link).filter(Objects::nonNull);
	}

}
