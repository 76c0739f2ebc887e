package dev.sayso.offer.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.FieldKind;

/**
 * The fields of a placement as one text fills them, ready to be written.
 *
 * @param values what stands in each, by key
 */
record FilledFields(ContentLayout layout, Map<String, String> values) {

	public List<ContentField> all() {
		return this.layout.fields();
	}

	/** What is written for fields that this placement does not have, by key. */
	public Map<String, String> homeless() {
		Map<String, String> homeless = new LinkedHashMap<>();
		this.layout.homeless(this.values).forEach((key) -> homeless.put(key, this.values.get(key)));
		return homeless;
	}

	/** The key of the field into which names go first; empty for none. */
	public String written() {
		return first((kind) -> !kind.isAddress()).or(() -> first((kind) -> true)).orElse("");
	}

	/** The key of the field into which images go first; empty for none. */
	public String pictured() {
		return first(FieldKind::isImage).orElse("");
	}

	private Optional<String> first(Predicate<FieldKind> filled) {
		return all().stream().filter((field) -> filled.test(field.filledWith())).map(ContentField::key).findFirst();
	}

}
