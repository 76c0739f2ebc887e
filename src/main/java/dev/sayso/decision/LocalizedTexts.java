package dev.sayso.decision;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.CompiledRepresentation;
import dev.sayso.offer.text.ContentType;

/**
 * What one offer says on one placement, by language.
 */
public final class LocalizedTexts {

	private final Map<String, Text> byLanguage = new LinkedHashMap<>();

	private final @Nullable Text main;

	private final ContentType type;

	LocalizedTexts(ContentType type, List<Text> texts) {
		this.type = type;
		this.main = texts.stream().filter(Text::main).findFirst().orElse(null);
		texts.forEach((text) -> this.byLanguage.put(text.language().toLowerCase(Locale.ROOT), text));
	}

	/**
	 * What it says in one language.
	 *
	 * @param language BCP 47; empty for whoever reads another
	 * @param main whether it is for whoever reads no language it is said in
	 */
	public record Text(String language, boolean main, CompiledRepresentation representation) {

		Locale locale(String reader) {
			return Locale.forLanguageTag(this.language.isEmpty() ? reader : this.language);
		}

	}

	/** The languages it is said in, in lower case; empty for any. */
	public Set<String> languages() {
		return new TreeSet<>(this.byLanguage.keySet());
	}

	/** Whether everybody can read it. */
	public boolean speaksToAnybody() {
		return this.main != null;
	}

	public Collection<Text> texts() {
		return List.copyOf(this.byLanguage.values());
	}

	ContentType type() {
		return this.type;
	}

	/**
	 * What it says to somebody who reads a language: in that, else in the language
	 * without its region, else in the main text.
	 * @param language BCP 47 in lower case; empty where it is not known
	 */
	@Nullable public Text in(String language) {
		Text exact = this.byLanguage.get(language);
		int region = language.indexOf('-');
		Text near = (exact == null && region > 0) ? this.byLanguage.get(language.substring(0, region)) : exact;
		return (near != null) ? near : this.main;
	}

	/** The same, or what it says at all: for a fallback, which has to say something. */
	@Nullable public Text somehow(String language) {
		Text text = in(language);
		return (text != null) ? text : this.byLanguage.values().stream().findFirst().orElse(null);
	}

}
