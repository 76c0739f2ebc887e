package dev.sayso.landing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;

/**
 * A page as its readers see it: one version, in all its languages, with what may be done
 * there now.
 *
 * @param number what personal links call the page
 * @param version 0 for a draft in preview
 * @param closed whether nothing may be done but what stops contact, by links sent earlier
 * @param fields the details it asks for, by their names
 * @param required those that somebody nobody identified must fill in
 * @param wordings by language tag, the first being the page's own
 * @param redirect where a closed page sends its readers instead
 * @param opensAt when it opens; null where it has opened
 */
public record PublishedPage(UUID id, int number, String slug, String name, boolean denylist, int version,
		boolean closed, boolean askFirst, boolean updatesKnown, Map<Purpose, BoxMeaning> boxes, List<String> fields,
		List<String> required, Map<String, PageWording> wordings, Brand brand, @Nullable String redirect,
		@Nullable Instant opensAt) {

	/**
	 * @param colour {@code #rrggbb}
	 */
	public record Brand(String name, @Nullable String colour) {
	}

	public String source() {
		return this.name + " v" + this.version;
	}

	/**
	 * The same when its time is over, or has not come.
	 * @param opens when it opens; null where its time is over
	 */
	PublishedPage close(@Nullable Instant opens) {
		return new PublishedPage(this.id, this.number, this.slug, this.name, this.denylist, this.version, true,
				this.askFirst, this.updatesKnown, this.boxes, this.fields, this.required, this.wordings, this.brand,
				this.redirect, opens);
	}

	/** Whether the page can write a no, so that links to it never expire for that. */
	public boolean stopsContact() {
		return this.denylist || this.boxes.values().stream().anyMatch(BoxMeaning::writesNo);
	}

	public boolean asksAboutContact() {
		return this.boxes.keySet().stream().anyMatch(Purpose::isMarketing);
	}

	/** The details the form asks for: to find somebody, an address is needed. */
	public List<String> fieldsFor(boolean identified) {
		if (identified) {
			return (this.denylist || this.closed) ? List.of() : this.fields;
		}
		if (this.denylist || this.closed) {
			return List.of("email", "mobile");
		}
		List<String> asked = new ArrayList<>(this.fields);
		if (!asked.contains("email") && !asked.contains("mobile")) {
			asked.add("email");
		}
		return asked;
	}

	public PageWording wording(List<Locale.LanguageRange> languages) {
		String tag = languages.isEmpty() ? null : Locale.lookupTag(languages, this.wordings.keySet());
		return this.wordings.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().equalsIgnoreCase(tag))
			.findFirst()
			.map(Map.Entry::getValue)
			.orElseGet(() -> this.wordings.values().iterator().next());
	}

}
