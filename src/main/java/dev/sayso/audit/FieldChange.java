package dev.sayso.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

public record FieldChange(String field, @Nullable String before, @Nullable String after) {

	public static List<FieldChange> between(Map<String, ?> before, Map<String, ?> after) {
		TreeSet<String> fields = new TreeSet<>(before.keySet());
		fields.addAll(after.keySet());
		return fields.stream()
			.map((field) -> new FieldChange(field, text(before.get(field)), text(after.get(field))))
			.filter((change) -> !Objects.equals(change.before, change.after))
			.toList();
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value == null || value.toString().isEmpty()) ? null : value.toString();
	}

}
