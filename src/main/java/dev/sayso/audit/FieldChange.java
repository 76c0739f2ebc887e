package dev.sayso.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

public record FieldChange(String field, @Nullable String before, @Nullable String after) {

	public static List<FieldChange> between(Map<String, ?> before, Map<String, ?> after) {
		TreeSet<String> fields = new TreeSet<>(before.keySet());
		fields.addAll(after.keySet());
		List<FieldChange> changes = new ArrayList<>();
		for (String field : fields) {
			String was = text(before.get(field));
			String is = text(after.get(field));
			if (!Objects.equals(was, is)) {
				changes.add(new FieldChange(field, was, is));
			}
		}
		return changes;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value == null || value.toString().isEmpty()) ? null : value.toString();
	}

}
