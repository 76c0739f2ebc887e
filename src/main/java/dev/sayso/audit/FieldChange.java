package dev.sayso.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A part of a thing before and after a change, as the activity tells it.
 *
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
public record FieldChange(String field, @Nullable String before, @Nullable String after) {

	/** A text no longer than that is told whole, however much else there is. */
	public static final int SHORT = 240;

	/** How much of what is the same stands around a difference. */
	private static final int AROUND = 40;

	/** How much all changes of one entry tell with their texts whole. */
	private static final int WHOLE = 100_000;

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

	/** The same, with long texts only where they differ if they are too much together. */
	public static List<FieldChange> bounded(List<FieldChange> changes) {
		int length = changes.stream().mapToInt((change) -> length(change.before) + length(change.after)).sum();
		return (length <= WHOLE) ? changes : changes.stream().map(FieldChange::brief).toList();
	}

	/** The same, of a long text only where it differs. */
	public FieldChange brief() {
		String was = (this.before != null) ? this.before : "";
		String is = (this.after != null) ? this.after : "";
		if (Math.max(was.length(), is.length()) <= SHORT) {
			return this;
		}
		int start = Math.max(0, same(was, is, false) - AROUND);
		int end = Math.max(0, same(was.substring(start), is.substring(start), true) - AROUND);
		return new FieldChange(this.field, cut(this.before, start, end), cut(this.after, start, end));
	}

	private static @Nullable String cut(@Nullable String text, int start, int end) {
		if (text == null) {
			return null;
		}
		int to = Math.max(start, text.length() - end);
		int most = Math.min(to, start + SHORT);
		String middle = whole(text.substring(start, most));
		return ((start > 0) ? "… " : "") + middle + ((most < text.length()) ? " …" : "");
	}

	/** No half characters at the ends, which no store takes. */
	private static String whole(String text) {
		String begun = (!text.isEmpty() && Character.isLowSurrogate(text.charAt(0))) ? text.substring(1) : text;
		boolean halves = !begun.isEmpty() && Character.isHighSurrogate(begun.charAt(begun.length() - 1));
		return halves ? begun.substring(0, begun.length() - 1) : begun;
	}

	private static int same(String before, String after, boolean atEnd) {
		int most = Math.min(before.length(), after.length());
		int count = 0;
		while (count < most
				&& (atEnd ? before.charAt(before.length() - 1 - count) == after.charAt(after.length() - 1 - count)
						: before.charAt(count) == after.charAt(count))) {
			count++;
		}
		return count;
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}
