package dev.sayso.landing.visit;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageContact;

/**
 * What every public page has around it: whose it is, in which language, and how to reach
 * the sender.
 *
 * @param language tag of the page's language
 * @param brand empty where nobody is named
 * @param live unless it is a preview, which the console shows in a frame without scripts
 * @param automatic whether its form is sent by itself
 * @param notice message key of a sentence above the page
 */
record PublicFrameView(String language, String title, String brand, @Nullable String theme, List<Language> languages,
		PageContact.@Nullable Sender sender, boolean live, boolean automatic, @Nullable String notice) {

	private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "iw", "ps", "ur", "yi", "dv", "ckb", "sd",
			"ug");

	/** A language the page is also in. */
	record Language(String tag, String name, String href, boolean current) {
	}

	Locale locale() {
		Locale locale = Locale.forLanguageTag(this.language);
		return this.language.equals("en") ? Locale.UK : locale;
	}

	/**
	 * The same with placeholders for the address of the page, which may name its reader.
	 */
	PublicFrameView withPlaceholders(ReaderPlaceholders placeholders) {
		List<Language> languages = this.languages.stream()
			.map((language) -> new Language(language.tag(), language.name(), placeholders.text(language.href()),
					language.current()))
			.toList();
		return new PublicFrameView(this.language, this.title, this.brand, this.theme, languages, this.sender, this.live,
				this.automatic, this.notice);
	}

	/**
	 * Which way the language is written.
	 */
	public String direction() {
		return RIGHT_TO_LEFT.contains(locale().getLanguage()) ? "rtl" : "ltr";
	}

}
