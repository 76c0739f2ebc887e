package dev.sayso.shared.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One thing a list can be narrowed by, with the values that can be chosen.
 *
 * @param name of the parameter in the URL
 * @param label message key of what is filtered by
 * @param any message key of no value
 * @param open whether the URL may hold a value that cannot be chosen (any more), which
 * matches nothing; other unknown values are ignored
 */
public record ListFilter(String name, String label, String any, List<Option> options, boolean open) {

	/** The toggle between what is in use and what is archived. */
	public static final ListFilter ARCHIVED = of("archived", "archived", "", "true");

	/**
	 * @param text as people call it; null where a message says it
	 * @param key of that message
	 */
	public record Option(String value, @Nullable String text, String key) {

	}

	/**
	 * A filter by a closed set of values, told by messages.
	 * @param messages what their keys begin with
	 */
	public static ListFilter of(String name, String label, String messages, String... values) {
		return new ListFilter(name, label, "any",
				Stream.of(values).map((value) -> new Option(value, null, messages + value)).toList(), false);
	}

	public static <T> ListFilter of(String name, String label, List<T> things, Function<T, String> key,
			Function<T, String> text) {
		return new ListFilter(name, label, "any",
				things.stream().map((thing) -> new Option(key.apply(thing), text.apply(thing), "")).toList(), true);
	}

	/** The same with other words for no value. */
	public ListFilter orElse(String message) {
		return new ListFilter(this.name, this.label, message, this.options, this.open);
	}

	boolean accepts(String value) {
		return this.open || this.options.stream().anyMatch((option) -> option.value().equals(value));
	}

	/** How a value is told; one that cannot be chosen by itself. */
	public Option option(String value) {
		return this.options.stream()
			.filter((option) -> option.value().equals(value))
			.findFirst()
			.orElseGet(() -> new Option(value, value, ""));
	}

}
