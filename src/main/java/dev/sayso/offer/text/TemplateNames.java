package dev.sayso.offer.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.FactType;
import dev.sayso.person.ProfileFields;
import dev.sayso.shared.SpellingSuggestion;

final class TemplateNames {

	/** What a name stands for; null where there is nothing. */
	interface Lookup {

		@Nullable Object in(TemplateRendering rendering);

	}

	private static final Lookup NOTHING = (rendering) -> null;

	private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");

	private static final String[] ITEM = {};

	private final Map<String, ProfileFields.Field> fields;

	private final @Nullable Map<String, Object> attributes;

	private final @Nullable ContentLayout layout;

	private final Set<String> profile = new TreeSet<>();

	private final Set<String> required = new TreeSet<>();

	private final Set<Class<?>> personParts = new HashSet<>();

	private final List<TextFault> faults = new ArrayList<>();

	TemplateNames(Map<String, ProfileFields.Field> fields, @Nullable Map<String, Object> attributes) {
		this(fields, attributes, null);
	}

	private TemplateNames(Map<String, ProfileFields.Field> fields, @Nullable Map<String, Object> attributes,
			@Nullable ContentLayout layout) {
		this.fields = fields;
		this.attributes = attributes;
		this.layout = layout;
	}

	/** The names of a placement's template, which are those of its fields alone. */
	static TemplateNames of(ContentLayout layout) {
		return new TemplateNames(Map.of(), Map.of(), layout);
	}

	Template.References references() {
		return new Template.References(this.profile, this.personParts, this.required);
	}

	List<TextFault> faults() {
		return this.faults;
	}

	/**
	 * What a tag's name stands for.
	 * @param listed whether it stands in a section, whose items have names of their own
	 */
	Lookup lookup(TemplateTag tag, boolean listed) {
		String name = tag.name();
		String rest = name.substring(name.indexOf('.') + 1);
		if (this.layout != null) {
			return filled(this.layout, tag);
		}
		if (name.startsWith("profile.")) {
			return field(rest, tag);
		}
		if (name.startsWith("offer.")) {
			return offered(rest, tag);
		}
		if (listed && name.equals(".")) {
			return (rendering) -> rendering.item(ITEM);
		}
		if (!PATH.matcher(name).matches()) {
			return fault("name", tag, tag.source());
		}
		if (name.startsWith("context.")) {
			String[] path = rest.split("\\.");
			return (rendering) -> TemplateRendering.follow(rendering.context(), path);
		}
		String[] path = name.split("\\.");
		return listed ? (rendering) -> rendering.item(path) : fault("root", tag, name);
	}

	/** Notes that the text is not whole where this is missing. */
	void require(TemplateTag tag) {
		String name = tag.name().replaceFirst("^profile[.]", "");
		if (tag.name().startsWith("profile.") && this.fields.containsKey(name)) {
			this.required.add(name);
		}
	}

	/**
	 * Whether a tag stands for a number or a boolean, as far as that is known: what the
	 * sender says of the moment may be anything.
	 */
	boolean isPlain(TemplateTag tag) {
		String name = tag.name();
		if (name.startsWith("profile.")) {
			ProfileFields.Field field = this.fields.get(name.substring("profile.".length()));
			return field == null || field.type() == FactType.NUMBER || field.type() == FactType.BOOLEAN;
		}
		if (!name.startsWith("offer.attributes.")) {
			return false;
		}
		Object value = (this.attributes != null) ? this.attributes.get(name.substring("offer.attributes.".length()))
				: null;
		return value == null || value instanceof Number || value instanceof Boolean;
	}

	private Lookup field(String name, TemplateTag tag) {
		ProfileFields.Field field = this.fields.get(name);
		if (field == null) {
			return unknown("field", tag, name, this.fields.keySet());
		}
		this.profile.add(name);
		this.personParts.add(field.part());
		return (rendering) -> (rendering.person() != null) ? field.reader().apply(rendering.person()) : null;
	}

	private Lookup offered(String name, TemplateTag tag) {
		if (name.equals("name")) {
			return (rendering) -> rendering.offer().get("name");
		}
		if (!name.startsWith("attributes.")) {
			return fault("offered", tag, name);
		}
		String attribute = name.substring("attributes.".length());
		if (this.attributes != null && !this.attributes.containsKey(attribute)) {
			return unknown("attribute", tag, attribute, this.attributes.keySet());
		}
		String[] path = { "attributes", attribute };
		return (rendering) -> TemplateRendering.follow(rendering.offer(), path);
	}

	private Lookup filled(ContentLayout placed, TemplateTag tag) {
		String key = tag.name().startsWith(ContentLayout.PREFIX) ? tag.name().substring(ContentLayout.PREFIX.length())
				: tag.name();
		if (!tag.name().startsWith(ContentLayout.PREFIX) || placed.field(key).isEmpty()) {
			return unknown("placed", tag, tag.name(), key, placed.fields().stream().map(ContentField::key).toList());
		}
		String[] path = { "fields", key };
		return (rendering) -> TemplateRendering.follow(rendering.offer(), path);
	}

	private Lookup unknown(String code, TemplateTag tag, String name, Collection<String> known) {
		return unknown(code, tag, name, name, known);
	}

	private Lookup unknown(String code, TemplateTag tag, String name, String sought, Collection<String> known) {
		this.faults.add(SpellingSuggestion.to(sought, known)
			.map((near) -> TextFault.of("content." + code + ".near", name, tag.line(), near))
			.orElseGet(() -> TextFault.of("content." + code, name, tag.line())));
		return NOTHING;
	}

	private Lookup fault(String code, TemplateTag tag, String name) {
		this.faults.add(TextFault.of("content." + code, name, tag.line()));
		return NOTHING;
	}

}
