package dev.sayso.landing.review;

import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageContent;

/**
 * Something a page's reviewer should look at.
 *
 * @param code message key at {@code landing.finding.<code>}
 * @param block id of the block it is about; null where it is about the page's settings
 * @param place the field of the settings it is about; empty for none of them
 * @param language tag of the language it is about; null for none
 * @param about what the sentence names besides
 * @param fix what its button does; null where only a person can fix it
 */
public record PageFinding(Weight weight, String code, @Nullable String block, String place, @Nullable String language,
		String about, @Nullable Fix fix) {

	/** How much it matters. */
	public enum Weight {

		/** The page is not published with it. */
		FIX,

		/** The page could be better. */
		CONSIDER,

		/** Good to know. */
		NOTE;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What one press does about it.
	 *
	 * @param label message key of the button at {@code landing.fix.<label>}
	 */
	public record Fix(String label, UnaryOperator<PageContent> change) {

	}

	static PageFinding of(Weight weight, String code, String block) {
		return new PageFinding(weight, code, block, "", null, "", null);
	}

	static PageFinding inSettings(Weight weight, String code, String place) {
		return new PageFinding(weight, code, null, place, null, "", null);
	}

	PageFinding in(String tag) {
		return new PageFinding(this.weight, this.code, this.block, this.place, tag, this.about, this.fix);
	}

	PageFinding about(String what) {
		return new PageFinding(this.weight, this.code, this.block, this.place, this.language, what, this.fix);
	}

	PageFinding fixedBy(String label, UnaryOperator<PageContent> change) {
		return new PageFinding(this.weight, this.code, this.block, this.place, this.language, this.about,
				new Fix(label, change));
	}

	/** Names it among the findings of its page. */
	public String key() {
		return String.join(":", this.code, (this.block != null) ? this.block : this.place,
				(this.language != null) ? this.language : "");
	}

	/** The place in the editor where it can be fixed. */
	public String href(UUID page) {
		String path = "/landing-pages/" + page;
		String tag = (this.language != null) ? this.language : "";
		if (this.block == null) {
			return path + "/settings" + (tag.isEmpty() ? "" : "?language=" + tag) + "#f-" + this.place;
		}
		return path + "?" + (tag.isEmpty() ? "" : "language=" + tag + "&") + "block=" + this.block + "#block-"
				+ this.block;
	}

}
