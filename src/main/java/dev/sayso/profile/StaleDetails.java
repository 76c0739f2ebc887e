package dev.sayso.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.person.Attribute;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Attributes;
import dev.sayso.person.DetailsForm;
import dev.sayso.person.DetailsForms;
import dev.sayso.person.DetailsHistory;
import dev.sayso.person.Profile;

/**
 * Compares an edit that came too late with what was saved meanwhile, field by field.
 */
@Component
class StaleDetails {

	private final AttributeValues values;

	private final Attributes attributes;

	private final DetailsHistory changes;

	StaleDetails(AttributeValues values, Attributes attributes, DetailsHistory changes) {
		this.values = values;
		this.attributes = attributes;
		this.changes = changes;
	}

	/**
	 * Both versions.
	 *
	 * @param version the one in the store
	 * @param same the fields in which they agree
	 * @param untouched the fields that only the saved version changed
	 * @param by who saved meanwhile
	 */
	record Both(@Nullable Integer version, List<Row> rows, Map<String, String> same, Set<String> untouched, String by,
			Instant at) {

	}

	/**
	 * A field in which they differ.
	 *
	 * @param label a message key, or an attribute's own label
	 */
	record Row(String name, String label, String yours, String theirs) {

	}

	Both compare(Profile now, DetailsForm late) {
		Map<String, String> yours = DetailsForms.texts(late.details(), late.values());
		Map<String, String> theirs = DetailsForms.texts(now.details(), this.values.find(now.id()));
		TreeSet<String> names = new TreeSet<>(yours.keySet());
		names.addAll(theirs.keySet());
		List<Row> rows = new ArrayList<>();
		Map<String, String> same = new LinkedHashMap<>();
		for (String name : names) {
			String mine = yours.getOrDefault(name, "");
			String saved = theirs.getOrDefault(name, "");
			if (mine.equals(saved)) {
				same.put(name, mine);
			}
			else {
				rows.add(new Row(name, label(name), mine, saved));
			}
		}
		return new Both(now.version(), rows, same, untouched(now, late), now.changedBy(), now.updatedAt());
	}

	/** The fields that the late form still has as they were when it was opened. */
	private Set<String> untouched(Profile now, DetailsForm late) {
		int since = (now.version() != null && late.version() != null) ? now.version() - late.version() : 0;
		Map<String, String> opened = new LinkedHashMap<>();
		for (DetailsHistory.Change change : this.changes.list(now.id(), Math.max(0, since))) {
			change.changes().forEach((field) -> opened.put(field.field(), Objects.toString(field.before(), "")));
		}
		Map<String, Object> typed = new LinkedHashMap<>(late.details().fields());
		late.values().forEach((name, value) -> typed.put(DetailsForm.ATTRIBUTE + name, value));
		opened.entrySet()
			.removeIf((field) -> !Objects.toString(typed.get(field.getKey()), "").equals(field.getValue()));
		return opened.keySet();
	}

	private String label(String field) {
		if (!field.startsWith(DetailsForm.ATTRIBUTE)) {
			return "profile.field." + field;
		}
		String name = field.substring(DetailsForm.ATTRIBUTE.length());
		return this.attributes.findByName(name).map(Attribute::label).orElse(name);
	}

}
