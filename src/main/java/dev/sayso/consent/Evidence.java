package dev.sayso.consent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What proves a say, as named facts: page and version, the wording shown with the ticks
 * as submitted, language, user agent, address, a reference to a letter or a call. Kept as
 * it was, never interpreted.
 */
public record Evidence(Map<String, Object> facts) {

	/** What can prove a say, as forms offer it; text at {@code evidence.kind.<kind>}. */
	public static final List<String> KINDS = List.of("signed-form", "letter", "email", "recorded-call", "in-person",
			"other");

	/** Nothing beyond who and when. */
	public static final Evidence NONE = new Evidence(Map.of());

	public Evidence {
		facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
	}

	/**
	 * What somebody typed.
	 * @param kind one of {@link #KINDS}, or a text that says what proves it
	 * @param reference where that can be found
	 */
	public static Evidence typed(String kind, String reference) {
		return NONE.with(KINDS.contains(kind) ? "kind" : "text", kind).with("reference", reference);
	}

	/** The same with one fact more; a null or empty value adds nothing. */
	public Evidence with(String name, @Nullable Object value) {
		if (value == null || value.toString().isBlank()) {
			return this;
		}
		Map<String, Object> more = new LinkedHashMap<>(this.facts);
		more.put(name, value);
		return new Evidence(more);
	}

	public boolean isEmpty() {
		return this.facts.isEmpty();
	}

}
