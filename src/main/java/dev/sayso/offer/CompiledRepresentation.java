package dev.sayso.offer;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.Template;
import dev.sayso.offer.text.Templates;

/**
 * What an offer says on one placement in one language, ready to be filled.
 *
 * @param content what it says, or the template of the placement's fields
 * @param alt the description of an image; null for what is none
 * @param link where an image leads; null for nowhere
 * @param fields what is written in each of the placement's fields, in their order; null
 * where it has none
 * @param missing the labels of fields that have to be filled and are not
 * @param homeless the keys of what is written for fields that are gone
 */
public record CompiledRepresentation(Template content, @Nullable Template alt, @Nullable Template link,
		@Nullable Map<String, Template> fields, List<String> missing, Set<String> homeless) {

	/**
	 * Compiles all that an offer says on a placement in a language.
	 * @param attributes the offer's own by name; null where they are not known
	 * @throws InvalidTemplateException with what is wrong with the first that cannot be
	 * filled
	 */
	public static CompiledRepresentation compile(Templates templates, ContentFormat format,
			Representation representation, @Nullable Map<String, Object> attributes) {
		if (format.hasFields()) {
			return compileFields(templates, format, representation, attributes);
		}
		ContentType type = format.type();
		boolean image = type == ContentType.IMAGE_LINK;
		return new CompiledRepresentation(templates.compile(type, representation.content(), attributes),
				(image && representation.alt() != null)
						? templates.compile(ContentType.TEXT, representation.alt(), attributes) : null,
				(image && representation.link() != null) ? templates.compile(type, representation.link(), attributes)
						: null,
				null, List.of(), Set.of());
	}

	/** What fields are filled with is text; the placement's template makes HTML of it. */
	private static CompiledRepresentation compileFields(Templates templates, ContentFormat format,
			Representation representation, @Nullable Map<String, Object> attributes) {
		Map<String, Template> fields = new LinkedHashMap<>();
		for (ContentField field : format.layout().fields()) {
			String value = representation.fields().get(field.key());
			if (value != null) {
				fields.put(field.key(), templates.compile(typeOf(field), value, attributes));
			}
		}
		return new CompiledRepresentation(templates.compile(format.layout()), null, null, fields,
				format.layout().missing(representation.fields()).stream().map(ContentField::label).toList(),
				format.layout().homeless(representation.fields()));
	}

	/** How names in a field are filled: in an address as in that of an image. */
	static ContentType typeOf(ContentField field) {
		return field.filledWith().isAddress() ? ContentType.IMAGE_LINK : ContentType.TEXT;
	}

	/**
	 * Fills it for somebody.
	 * @param person null for nobody, of whom nothing is known
	 * @param offer the offer's {@code name}, and its {@code attributes} by name
	 * @throws dev.sayso.offer.text.TextTooLongException when it grows past what anybody
	 * shows
	 */
	public FilledText fill(@Nullable PersonFacts person, Map<String, Object> context, Map<String, Object> offer,
			Locale language) {
		if (this.fields == null) {
			return new FilledText(this.content.render(person, context, offer, language),
					render(this.alt, person, context, offer, language),
					render(this.link, person, context, offer, language), null);
		}
		Map<String, String> filled = new LinkedHashMap<>();
		this.fields.forEach((key, field) -> {
			String said = field.render(person, context, offer, language);
			if (!said.isBlank()) {
				filled.put(key, said);
			}
		});
		// the template reads what its fields say, and nothing of the person
		return new FilledText(this.content.render(null, Map.of(), Map.of("fields", filled), language), null, null,
				filled);
	}

	private static @Nullable String render(@Nullable Template template, @Nullable PersonFacts person,
			Map<String, Object> context, Map<String, Object> offer, Locale language) {
		return (template != null) ? template.render(person, context, offer, language) : null;
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
		return Stream.concat(Stream.of(this.content, this.alt, this.link).filter(Objects::nonNull),
				(this.fields != null) ? this.fields.values().stream() : Stream.of());
	}

}
