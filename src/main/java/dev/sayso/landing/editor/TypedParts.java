package dev.sayso.landing.editor;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageParts;

/**
 * The parts of a page as they were typed, by name, and what is wrong with each.
 */
final class TypedParts {

	private final Map<String, String> values;

	private final Map<String, String> faults = new LinkedHashMap<>();

	TypedParts(Map<String, String> values) {
		this.values = values;
	}

	/**
	 * Message keys by part name.
	 */
	Map<String, String> faults() {
		return this.faults;
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	@Nullable LocalDateTime time(String name) {
		try {
			return value(name).isEmpty() ? null : LocalDateTime.parse(value(name));
		}
		catch (DateTimeParseException ex) {
			fault(name, "landing.fault.time");
			return null;
		}
	}

	String checked(String name, int longest, String code, Predicate<String> fits) {
		String text = text(name, longest);
		if (text.isEmpty() || fits.test(text)) {
			return text;
		}
		fault(name, code);
		return "";
	}

	String text(String name, int longest) {
		String text = value(name);
		if (text.length() <= longest) {
			return text;
		}
		fault(name, "landing.fault.long");
		return text.substring(0, longest);
	}

	String value(String name) {
		return this.values.getOrDefault(name, "").replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
	}

	boolean on(String name) {
		return PageParts.ON.equals(this.values.get(name));
	}

	void fault(String name, String code) {
		this.faults.putIfAbsent(name, code);
	}

}
