package dev.sayso.offer.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a placement, in their order, and the template that makes HTML of them.
 *
 * @param template HTML with {@code {{fields.…}}} where fields go
 */
public record ContentLayout(List<ContentField> fields, String template) {

	public static final int MOST_FIELDS = 30;

	public static final int LONGEST_TEMPLATE = 20_000;

	/** What names of fields begin with in a template. */
	public static final String PREFIX = "fields.";

	/** That of a placement without fields. */
	public static final ContentLayout NONE = new ContentLayout(List.of(), "");

	public ContentLayout(@Nullable List<ContentField> fields, @Nullable String template) {
		this.fields = (fields != null) ? List.copyOf(fields) : List.of();
		this.template = (template != null) ? template : "";
	}

	public Optional<ContentField> field(String key) {
		return this.fields.stream().filter((field) -> field.key().equals(key)).findFirst();
	}

	/** The fields in which an offer has to say something and does not. */
	public List<ContentField> missing(Map<String, String> values) {
		return this.fields.stream()
			.filter((field) -> field.mandatory() && values.getOrDefault(field.key(), "").isBlank())
			.toList();
	}

	/** The keys of what is said in fields that are not there. */
	public Set<String> homeless(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.filter((value) -> !value.getValue().isBlank() && field(value.getKey()).isEmpty())
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Whether a tag stands for a whole address. */
	boolean isAddress(TemplateTag tag) {
		return tag.kind() == TemplateTag.Kind.VALUE && tag.name().startsWith(PREFIX)
				&& field(tag.name().substring(PREFIX.length())).filter((field) -> field.filledWith().isAddress())
					.isPresent();
	}

}
