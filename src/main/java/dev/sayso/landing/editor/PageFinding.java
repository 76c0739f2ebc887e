package dev.sayso.landing.editor;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something a page's reviewer should look at.
 *
 * @param code message key at {@code landing.finding.<code>}
 * @param part the part of the page it is about
 * @param language tag of the language it is about; null for none
 * @param about what the checkbox it is about is about; null for none
 */
record PageFinding(Weight weight, String code, String part, @Nullable String language, @Nullable String about) {

	/** How much it matters. */
	enum Weight {

		/** The page is not published with it. */
		FIX("fix"),

		/** The page could be better. */
		CONSIDER("consider"),

		/** Good to know. */
		NOTE("note");

		private final String key;

		Weight(String key) {
			this.key = key;
		}

		public String key() {
			return this.key;
		}

	}

	static PageFinding of(Weight weight, String code, String part) {
		return new PageFinding(weight, code, part, null, null);
	}

	/** The place in the editor where it can be fixed. */
	String href(UUID page) {
		return "/landing-pages/" + page + ((this.language != null) ? "?language=" + this.language : "") + "#"
				+ PageForm.Field.id(this.part);
	}

}
